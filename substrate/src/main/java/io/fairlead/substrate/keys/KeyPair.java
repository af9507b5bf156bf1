package io.fairlead.substrate.keys;

import java.util.Objects;

/**
 * A secret key with its public key. Immutable and free to be used by many threads. No implementation
 * prints its secret.
 */
public sealed interface KeyPair permits Ed25519KeyPair, Sr25519KeyPair, EcdsaKeyPair {

  /** The scheme this key signs with. */
  Scheme scheme();

  /** The public key: 32 bytes, for ecdsa the 33 of the compressed point. A new array each time. */
  byte[] publicKey();

  /**
   * The 32 bytes of the account: the public key itself, for ecdsa its blake2-256
   * ({@code sp_runtime::MultiSigner::into_account}). A new array each time.
   */
  byte[] accountIdBytes();

  /**
   * Signs as {@code sp_core::Pair::sign}; the bytes are those of the signature alone, without the
   * variant of {@code MultiSignature}. The same message gives the same bytes.
   */
  byte[] sign(byte[] message);

  /**
   * The key pair of a 32-byte seed, without derivation ({@code sp_core::Pair::from_seed}).
   *
   * @throws IllegalArgumentException if the seed has another length, or (ecdsa only) is zero or not
   *     below the order of the curve
   */
  static KeyPair ofSeed(Scheme scheme, byte[] seed) {
    if (seed.length != 32) {
      throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
    }
    return switch (scheme) {
      case ED25519 -> new Ed25519KeyPair(seed);
      case SR25519 -> Sr25519KeyPair.ofMiniSecret(seed);
      case ECDSA -> Objects.requireNonNullElseGet(EcdsaKeyPair.ofSecret(seed), () -> {
        throw new IllegalArgumentException("the seed is no secret of secp256k1");
      });
    };
  }

  /**
   * The key pair of a secret URI, for programs and tests that know it to be good.
   *
   * @throws IllegalArgumentException with the reason, if {@link Suri#parse} or the derivation refuses
   */
  static KeyPair ofSuri(Scheme scheme, String suri) {
    return Suri.derive(scheme, suri).orThrow();
  }
}

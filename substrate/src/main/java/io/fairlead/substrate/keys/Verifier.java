package io.fairlead.substrate.keys;

import io.fairlead.substrate.hash.Blake2b;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** Checks signatures. Total: whatever the bytes and their lengths, the answer is yes or no. */
public final class Verifier {

  private Verifier() {}

  /**
   * True if the account signed the message ({@code sp_runtime::MultiSignature::verify}). The account has
   * 32 bytes; for ecdsa it is the hash of the key, which is recovered from the signature.
   */
  public static boolean verify(Scheme scheme, byte[] account, byte[] message, byte[] signature) {
    return switch (scheme) {
      case ED25519 -> ed25519(account, message, signature);
      case SR25519 -> sr25519(account, message, signature);
      case ECDSA -> ecdsaAccount(account, message, signature);
    };
  }

  /** RFC 8032 with a 32-byte public key. */
  public static boolean ed25519(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey.length == Ed25519.PUBLIC_KEY_SIZE
        && signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }

  /** schnorrkel in the context "substrate" with a 32-byte public key. */
  public static boolean sr25519(byte[] publicKey, byte[] message, byte[] signature) {
    return Sr25519.verify(publicKey, message, signature);
  }

  /** secp256k1 over the blake2-256 of the message with a 33-byte compressed public key. */
  public static boolean ecdsa(byte[] publicKey, byte[] message, byte[] signature) {
    byte[] recovered = recoverPrehashed(Blake2b.hash256(message), signature);
    return recovered != null && Arrays.equals(recovered, publicKey);
  }

  /** The compressed key that signed these 32 bytes as they are, or null. */
  public static byte @Nullable [] recoverPrehashed(byte[] digest, byte[] signature) {
    return Secp256k1.recover(digest, signature);
  }

  /**
   * The compressed form, 33 bytes, of a key of secp256k1 in 65 bytes; null if these are no key
   * ({@code sp_core::ecdsa::Public::from_full}).
   */
  public static byte @Nullable [] compressedEcdsa(byte[] full) {
    return Secp256k1.compress(full);
  }

  private static boolean ecdsaAccount(byte[] account, byte[] message, byte[] signature) {
    byte[] recovered = recoverPrehashed(Blake2b.hash256(message), signature);
    return recovered != null && Arrays.equals(Blake2b.hash256(recovered), account);
  }
}

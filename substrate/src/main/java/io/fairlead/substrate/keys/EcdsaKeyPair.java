package io.fairlead.substrate.keys;

import io.fairlead.substrate.hash.Blake2b;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** A key of secp256k1; messages are hashed with blake2-256 before they are signed. */
public final class EcdsaKeyPair implements KeyPair {

  private final BigInteger secret;
  private final byte[] publicKey;

  private EcdsaKeyPair(BigInteger secret) {
    this.secret = secret;
    this.publicKey = Secp256k1.publicKey(secret);
  }

  /** The pair of 32 big-endian bytes, or null if they are zero or not below the order. */
  static @Nullable EcdsaKeyPair ofSecret(byte[] secret) {
    BigInteger value = new BigInteger(1, secret);
    boolean inRange = value.signum() > 0 && value.compareTo(Secp256k1.ORDER) < 0;
    return inRange ? new EcdsaKeyPair(value) : null;
  }

  /** {@code sp_core::ecdsa}: blake2-256 of SCALE ("Secp256k1HDKD", secret, chain code). */
  @Nullable EcdsaKeyPair hard(byte[] chainCode) {
    return ofSecret(Junction.hardSeed("Secp256k1HDKD", secret(), chainCode));
  }

  @Override
  public Scheme scheme() {
    return Scheme.ECDSA;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] accountIdBytes() {
    return Blake2b.hash256(publicKey);
  }

  @Override
  public byte[] sign(byte[] message) {
    return signPrehashed(Blake2b.hash256(message));
  }

  /** Signs 32 bytes as they are ({@code sp_core::ecdsa::Pair::sign_prehashed}), nonce by RFC 6979. */
  public byte[] signPrehashed(byte[] digest) {
    return Secp256k1.sign(secret, digest);
  }

  /** Tag 4 and both coordinates, 65 bytes: the form in which operators register their keys. */
  public byte[] uncompressedPublicKey() {
    return Secp256k1.uncompressedPublicKey(secret);
  }

  byte[] secret() {
    return BigIntegers.asUnsignedByteArray(32, secret);
  }

  @Override
  public String toString() {
    return "EcdsaKeyPair[0x" + HexFormat.of().formatHex(publicKey) + "]";
  }
}

package io.fairlead.substrate.keys;

import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A key of RFC 8032, kept as its 32-byte seed. */
public final class Ed25519KeyPair implements KeyPair {

  private final byte[] seed;
  private final byte[] publicKey;

  Ed25519KeyPair(byte[] seed) {
    this.seed = seed.clone();
    this.publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
  }

  /** {@code sp_core::ed25519}: blake2-256 of SCALE ("Ed25519HDKD", seed, chain code). */
  Ed25519KeyPair hard(byte[] chainCode) {
    return new Ed25519KeyPair(Junction.hardSeed("Ed25519HDKD", seed, chainCode));
  }

  @Override
  public Scheme scheme() {
    return Scheme.ED25519;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] accountIdBytes() {
    return publicKey.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  byte[] seed() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "Ed25519KeyPair[0x" + HexFormat.of().formatHex(publicKey) + "]";
  }
}

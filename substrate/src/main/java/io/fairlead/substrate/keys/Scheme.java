package io.fairlead.substrate.keys;

/** A signature scheme, in the order of {@code sp_runtime::MultiSignature}: the ordinal is the variant. */
public enum Scheme {
  /** Edwards curve 25519 by RFC 8032; 64-byte signatures. */
  ED25519(32, 64),
  /** Schnorr on Ristretto 255 with Merlin transcripts; 64-byte signatures. */
  SR25519(32, 64),
  /** secp256k1 with public key recovery; 65-byte signatures {@code r ++ s ++ v}. */
  ECDSA(33, 65);

  private final int publicKeyLength;
  private final int signatureLength;

  Scheme(int publicKeyLength, int signatureLength) {
    this.publicKeyLength = publicKeyLength;
    this.signatureLength = signatureLength;
  }

  /** Bytes of a public key: 32, compressed 33 for ecdsa. */
  public int publicKeyLength() {
    return publicKeyLength;
  }

  /** Bytes of a signature. */
  public int signatureLength() {
    return signatureLength;
  }
}

package io.fairlead.substrate.keys;

import static io.fairlead.substrate.keys.Transcript.label;

import cafe.cryptography.curve25519.Constants;
import cafe.cryptography.curve25519.Scalar;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** A key of schnorrkel: a scalar, a nonce that seeds the witness of signatures, and the public key. */
public final class Sr25519KeyPair implements KeyPair {

  private static final byte[] NO_ENTROPY = new byte[32];

  private final Scalar key;
  private final byte[] nonce;
  private final byte[] publicKey;

  private Sr25519KeyPair(Scalar key, byte[] nonce) {
    this.key = key;
    this.nonce = nonce;
    this.publicKey = Constants.RISTRETTO_GENERATOR_TABLE.multiply(key).compress().toByteArray();
  }

  /** {@code MiniSecretKey::expand_to_keypair(ExpansionMode::Ed25519)}. */
  static Sr25519KeyPair ofMiniSecret(byte[] miniSecret) {
    SHA512Digest sha512 = new SHA512Digest();
    sha512.update(miniSecret, 0, miniSecret.length);
    byte[] expanded = new byte[64];
    sha512.doFinal(expanded, 0);
    byte[] scalar = Arrays.copyOf(expanded, 32);
    scalar[0] &= (byte) 0xf8;
    scalar[31] &= 0x3f;
    scalar[31] |= 0x40;
    ScalarBytes.divideByCofactor(scalar);
    return new Sr25519KeyPair(Scalar.fromBits(scalar), Arrays.copyOfRange(expanded, 32, 64));
  }

  /** {@code SecretKey::hard_derive_mini_secret_key} with an empty index, as {@code sp_core} calls it. */
  Sr25519KeyPair hard(byte[] chainCode) {
    Transcript transcript = derivation(chainCode);
    transcript.append(label("secret-key"), key.toByteArray());
    return ofMiniSecret(transcript.challenge(label("HDKD-hard"), 32));
  }

  /** {@code Keypair::derived_key_simple}; the nonce is drawn from the transcript without entropy. */
  Sr25519KeyPair soft(byte[] chainCode) {
    Transcript transcript = derivation(chainCode);
    transcript.append(label("public-key"), publicKey);
    Scalar shift = transcript.challengeScalar(label("HDKD-scalar"));
    byte[] derivedNonce =
        transcript.witness(label("HDKD-nonce"), 32, NO_ENTROPY, nonce, key.toByteArray());
    return new Sr25519KeyPair(key.add(shift), derivedNonce);
  }

  private static Transcript derivation(byte[] chainCode) {
    Transcript transcript = Transcript.named("SchnorrRistrettoHDKD");
    transcript.append(label("sign-bytes"), new byte[0]);
    transcript.append(label("chain-code"), chainCode);
    return transcript;
  }

  @Override
  public Scheme scheme() {
    return Scheme.SR25519;
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
    return sign(message, NO_ENTROPY);
  }

  /**
   * Signs with 32 bytes of entropy mixed into the witness, as schnorrkel does with its random source:
   * two signatures of one message then differ.
   */
  public byte[] sign(byte[] message, byte[] entropy) {
    return Sr25519.sign(key, nonce, publicKey, message, entropy);
  }

  /** The 64 bytes of {@code SecretKey::to_ed25519_bytes}: scalar times cofactor, then the nonce. */
  byte[] secretAsEd25519() {
    byte[] secret = Arrays.copyOf(key.toByteArray(), 64);
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      int octet = secret[i] & 0xff;
      secret[i] = (byte) (octet << 3 | carry);
      carry = octet >> 5;
    }
    System.arraycopy(nonce, 0, secret, 32, 32);
    return secret;
  }

  @Override
  public String toString() {
    return "Sr25519KeyPair[0x" + HexFormat.of().formatHex(publicKey) + "]";
  }
}

package io.fairlead.substrate.keys;

import static io.fairlead.substrate.keys.Transcript.label;

import cafe.cryptography.curve25519.Constants;
import cafe.cryptography.curve25519.Scalar;
import java.util.Arrays;

/** Schnorr signatures as schnorrkel makes them in the signing context "substrate". */
final class Sr25519 {

  private static final byte[] SIGN_BYTES = label("sign-bytes");
  private static final byte[] PROTOCOL = label("proto-name");
  private static final byte[] SCHNORR = label("Schnorr-sig");
  private static final byte[] PUBLIC_KEY = label("sign:pk");
  private static final byte[] COMMITMENT = label("sign:R");
  private static final byte[] CHALLENGE = label("sign:c");
  private static final byte[] SIGNING = label("signing");

  /** Never changed: each signature starts from a copy. */
  private static final Transcript CONTEXT = Transcript.named("SigningContext");

  static {
    CONTEXT.append(new byte[0], label("substrate"));
  }

  private Sr25519() {}

  static byte[] sign(Scalar key, byte[] nonce, byte[] publicKey, byte[] message, byte[] entropy) {
    Transcript transcript = begin(publicKey, message);
    Scalar r = Scalar.fromBytesModOrderWide(transcript.witness(SIGNING, 64, entropy, nonce));
    byte[] commitment = Constants.RISTRETTO_GENERATOR_TABLE.multiply(r).compress().toByteArray();
    transcript.append(COMMITMENT, commitment);
    byte[] s = transcript.challengeScalar(CHALLENGE).multiplyAndAdd(key, r).toByteArray();
    byte[] signature = Arrays.copyOf(commitment, 64);
    System.arraycopy(s, 0, signature, 32, 32);
    signature[63] |= (byte) 0x80; // marks schnorrkel's signatures against those of ed25519
    return signature;
  }

  static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != 32 || signature.length != 64 || (signature[63] & 0x80) == 0) {
      return false;
    }
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    s[31] &= 0x7f;
    if (!ScalarBytes.isCanonical(s)) {
      return false;
    }
    byte[] commitment = Arrays.copyOf(signature, 32);
    Transcript transcript = begin(publicKey, message);
    transcript.append(COMMITMENT, commitment);
    byte[] k = transcript.challengeScalar(CHALLENGE).toByteArray();
    byte[] expected = DoubleScalar.subtractFromBase(publicKey, k, s);
    return expected != null && Arrays.equals(expected, commitment);
  }

  private static Transcript begin(byte[] publicKey, byte[] message) {
    Transcript transcript = CONTEXT.copy();
    transcript.append(SIGN_BYTES, message);
    transcript.append(PROTOCOL, SCHNORR);
    transcript.append(PUBLIC_KEY, publicKey);
    return transcript;
  }
}

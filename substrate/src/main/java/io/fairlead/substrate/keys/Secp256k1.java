package io.fairlead.substrate.keys;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** Signing and public key recovery on secp256k1, as libsecp256k1 does them. */
final class Secp256k1 {

  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");
  private static final ECCurve CURVE = PARAMETERS.getCurve();
  private static final BigInteger FIELD = CURVE.getField().getCharacteristic();

  static final BigInteger ORDER = PARAMETERS.getN();

  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private Secp256k1() {}

  /** The compressed public key, 33 bytes. */
  static byte[] publicKey(BigInteger secret) {
    return multiplyBase(secret).getEncoded(true);
  }

  /** The uncompressed public key, 65 bytes. */
  static byte[] uncompressedPublicKey(BigInteger secret) {
    return multiplyBase(secret).getEncoded(false);
  }

  /** {@code r ++ s ++ v}, s in the lower half of the order, v in 0 to 3. */
  static byte[] sign(BigInteger secret, byte[] digest) {
    BigInteger e = new BigInteger(1, digest);
    HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, secret, digest);
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = multiplyBase(k);
      BigInteger x = point.getAffineXCoord().toBigInteger();
      BigInteger r = x.mod(ORDER);
      BigInteger s = k.modInverse(ORDER).multiply(e.add(r.multiply(secret))).mod(ORDER);
      if (r.signum() == 0 || s.signum() == 0) {
        continue;
      }
      int recovery = point.getAffineYCoord().testBitZero() ? 1 : 0;
      if (x.compareTo(ORDER) >= 0) {
        recovery |= 2;
      }
      if (s.compareTo(HALF_ORDER) > 0) {
        s = ORDER.subtract(s);
        recovery ^= 1;
      }
      byte[] signature = new byte[65];
      BigIntegers.asUnsignedByteArray(r, signature, 0, 32);
      BigIntegers.asUnsignedByteArray(s, signature, 32, 32);
      signature[64] = (byte) recovery;
      return signature;
    }
  }

  /**
   * The compressed public key that signed the digest, or null if there is none
   * ({@code sp_io::crypto::secp256k1_ecdsa_recover_compressed}: v above 26 is taken less 27, s may be in
   * the upper half).
   */
  static byte @Nullable [] recover(byte[] digest, byte[] signature) {
    if (signature.length != 65 || digest.length != 32) {
      return null;
    }
    int v = signature[64] & 0xff;
    int recovery = v > 26 ? v - 27 : v;
    BigInteger r = BigIntegers.fromUnsignedByteArray(signature, 0, 32);
    BigInteger s = BigIntegers.fromUnsignedByteArray(signature, 32, 32);
    if (recovery > 3 || !inRange(r) || !inRange(s)) {
      return null;
    }
    BigInteger x = (recovery & 2) == 0 ? r : r.add(ORDER);
    if (x.compareTo(FIELD) >= 0) {
      return null;
    }
    ECPoint point = pointAt(x, (recovery & 1) != 0);
    if (point == null) {
      return null;
    }
    BigInteger inverse = r.modInverse(ORDER);
    BigInteger e = new BigInteger(1, digest);
    BigInteger ofBase = e.multiply(inverse).negate().mod(ORDER);
    BigInteger ofPoint = s.multiply(inverse).mod(ORDER);
    ECPoint key = ECAlgorithms
        .sumOfTwoMultiplies(PARAMETERS.getG(), ofBase, point, ofPoint).normalize();
    return key.isInfinity() ? null : key.getEncoded(true);
  }

  /**
   * The compressed form of an uncompressed key, tag 4 and two coordinates, or null if it is no point
   * of the curve ({@code sp_core::ecdsa::Public::from_full}).
   */
  static byte @Nullable [] compress(byte[] full) {
    if (full.length != 65 || full[0] != 4) {
      return null;
    }
    try {
      return CURVE.decodePoint(full).getEncoded(true);
    } catch (IllegalArgumentException notOnTheCurve) {
      return null;
    }
  }

  private static @Nullable ECPoint pointAt(BigInteger x, boolean odd) {
    byte[] encoded = new byte[33];
    encoded[0] = (byte) (odd ? 3 : 2);
    BigIntegers.asUnsignedByteArray(x, encoded, 1, 32);
    try {
      return CURVE.decodePoint(encoded);
    } catch (IllegalArgumentException notOnTheCurve) {
      return null;
    }
  }

  private static boolean inRange(BigInteger value) {
    return value.signum() > 0 && value.compareTo(ORDER) < 0;
  }

  private static ECPoint multiplyBase(BigInteger factor) {
    return new FixedPointCombMultiplier().multiply(PARAMETERS.getG(), factor).normalize();
  }
}

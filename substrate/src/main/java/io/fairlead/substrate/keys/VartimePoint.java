package io.fairlead.substrate.keys;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc7748.X25519Field;
import org.jspecify.annotations.Nullable;

/**
 * A point of the twisted Edwards curve in extended coordinates, as a mutable accumulator. Its time
 * depends on the values, so it is for public values only: the check of signatures. Ristretto (RFC 9496)
 * decides which bytes are points and which points are equal.
 */
final class VartimePoint {

  private static final int[] D = constant(
      "a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352");
  private static final int[] SQRT_MINUS_ONE = constant(
      "b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b");
  private static final int[] INVSQRT_A_MINUS_D = constant(
      "ea405d80aafdc899be72415a17162f9d40d801fe917bc216a2fcafcf05896c78");
  static final int[] TWICE_D = constant(
      "59f1b226949bd6eb56b183829a14e00030d1f3eef2808e19e7fcdf56dcd90624");

  final int[] x = X25519Field.create();
  final int[] y = X25519Field.create();
  final int[] z = X25519Field.create();
  final int[] t = X25519Field.create();

  private final int[] a = X25519Field.create();
  private final int[] b = X25519Field.create();
  private final int[] e = X25519Field.create();
  private final int[] f = X25519Field.create();
  private final int[] g = X25519Field.create();
  private final int[] h = X25519Field.create();

  /** The neutral element. */
  VartimePoint() {
    X25519Field.one(y);
    X25519Field.one(z);
  }

  VartimePoint copy() {
    VartimePoint copy = new VartimePoint();
    X25519Field.copy(x, 0, copy.x, 0);
    X25519Field.copy(y, 0, copy.y, 0);
    X25519Field.copy(z, 0, copy.z, 0);
    X25519Field.copy(t, 0, copy.t, 0);
    return copy;
  }

  /** A point of the coset which the 32 bytes name, or null if they name none (RFC 9496, 4.3.1). */
  static @Nullable VartimePoint decode(byte[] encoded) {
    VartimePoint point = new VartimePoint();
    int[] s = X25519Field.create();
    X25519Field.decode255(encoded, s);
    if (!Arrays.equals(encoded(s), encoded) || (encoded[0] & 1) != 0) {
      return null;
    }
    int[] u1 = X25519Field.create();
    int[] u2 = X25519Field.create();
    int[] u2Squared = X25519Field.create();
    int[] v = X25519Field.create();
    X25519Field.sqr(s, v);
    X25519Field.one(u1);
    X25519Field.apm(u1, v, u2, u1);
    X25519Field.sqr(u2, u2Squared);
    X25519Field.sqr(u1, v);
    X25519Field.mul(v, D, v);
    X25519Field.negate(v, v);
    X25519Field.sub(v, u2Squared, v);
    X25519Field.carry(v);
    int[] root = X25519Field.create();
    X25519Field.mul(v, u2Squared, point.a);
    if (!inverseRoot(point.a, root)) {
      return null;
    }
    X25519Field.mul(root, u2, point.e);
    X25519Field.mul(point.e, v, point.f);
    X25519Field.mul(point.f, root, point.f);
    X25519Field.add(s, s, s);
    X25519Field.mul(s, point.e, point.x);
    if (isNegative(point.x)) {
      X25519Field.negate(point.x, point.x);
    }
    X25519Field.mul(u1, point.f, point.y);
    X25519Field.mul(point.x, point.y, point.t);
    return isNegative(point.t) || isZero(point.y) ? null : point;
  }

  /** The 32 bytes of the point's coset (RFC 9496, 4.3.2). */
  byte[] encode() {
    int[] u1 = X25519Field.create();
    int[] u2 = X25519Field.create();
    X25519Field.apm(z, y, a, b);
    X25519Field.mul(a, b, u1);
    X25519Field.mul(x, y, u2);
    X25519Field.sqr(u2, a);
    X25519Field.mul(u1, a, a);
    int[] root = X25519Field.create();
    if (!inverseRoot(a, root)) {
      return new byte[32]; // only for the coset of the neutral element, where x or y is zero
    }
    X25519Field.mul(root, u1, e);
    X25519Field.mul(root, u2, f);
    X25519Field.mul(e, f, g);
    X25519Field.mul(g, t, g);
    X25519Field.mul(t, g, h);
    int[] toX = X25519Field.create();
    int[] toY = X25519Field.create();
    if (isNegative(h)) {
      X25519Field.mul(y, SQRT_MINUS_ONE, toX);
      X25519Field.mul(x, SQRT_MINUS_ONE, toY);
      X25519Field.mul(e, INVSQRT_A_MINUS_D, f);
    } else {
      X25519Field.copy(x, 0, toX, 0);
      X25519Field.copy(y, 0, toY, 0);
    }
    X25519Field.mul(toX, g, h);
    if (isNegative(h)) {
      X25519Field.negate(toY, toY);
    }
    X25519Field.sub(z, toY, h);
    X25519Field.carry(h);
    X25519Field.mul(f, h, h);
    if (isNegative(h)) {
      X25519Field.negate(h, h);
    }
    return encoded(h);
  }

  void negate() {
    X25519Field.negate(x, x);
    X25519Field.negate(t, t);
  }

  /** Doubles; {@code t} is made only if an addition follows. */
  void twice(boolean additionFollows) {
    X25519Field.add(x, y, e);
    X25519Field.sqr(x, a);
    X25519Field.sqr(y, b);
    X25519Field.sqr(z, f);
    X25519Field.add(f, f, f);
    X25519Field.apm(b, a, h, g);
    X25519Field.sqr(e, e);
    X25519Field.sub(e, h, e);
    X25519Field.sub(f, g, f);
    X25519Field.carry(f);
    finish(additionFollows);
  }

  /** Adds the point, or subtracts it. */
  void add(Niels point, boolean subtract) {
    X25519Field.apm(y, x, a, b);
    X25519Field.mul(a, subtract ? point.yMinusX() : point.yPlusX(), a);
    X25519Field.mul(b, subtract ? point.yPlusX() : point.yMinusX(), b);
    X25519Field.mul(t, point.t2d(), e);
    int[] itsZ = point.z();
    if (itsZ == null) {
      X25519Field.add(z, z, f);
    } else {
      X25519Field.mul(z, itsZ, f);
      X25519Field.add(f, f, f);
    }
    if (subtract) {
      X25519Field.apm(f, e, f, g);
    } else {
      X25519Field.apm(f, e, g, f);
    }
    X25519Field.carry(f);
    X25519Field.carry(g);
    X25519Field.apm(a, b, h, e);
    finish(true);
  }

  /** x = ef, y = gh, z = fg, t = eh. */
  private void finish(boolean additionFollows) {
    X25519Field.mul(e, f, x);
    X25519Field.mul(g, h, y);
    X25519Field.mul(f, g, z);
    if (additionFollows) {
      X25519Field.mul(e, h, t);
    }
  }

  /** One over the square root; false if the value is zero or has none. */
  private static boolean inverseRoot(int[] value, int[] root) {
    int[] one = X25519Field.create();
    X25519Field.one(one);
    return X25519Field.sqrtRatioVar(one, value, root) && !isZero(value);
  }

  private static boolean isNegative(int[] element) {
    return (encoded(element)[0] & 1) != 0;
  }

  private static boolean isZero(int[] element) {
    int[] copy = element.clone();
    X25519Field.normalize(copy);
    return X25519Field.isZeroVar(copy);
  }

  private static byte[] encoded(int[] element) {
    int[] copy = element.clone();
    X25519Field.normalize(copy);
    byte[] bytes = new byte[32];
    X25519Field.encode(copy, bytes);
    return bytes;
  }

  private static int[] constant(String hex) {
    int[] element = X25519Field.create();
    X25519Field.decode255(HexFormat.of().parseHex(hex), element);
    return element;
  }

  /**
   * A point prepared for additions: y + x, y − x, 2dxy, and z unless it is one.
   *
   * @param yPlusX y + x
   * @param yMinusX y − x
   * @param z the denominator, or null for one
   * @param t2d t times 2d
   */
  record Niels(int[] yPlusX, int[] yMinusX, int @Nullable [] z, int[] t2d) {

    static Niels of(VartimePoint point) {
      int[] sum = X25519Field.create();
      int[] difference = X25519Field.create();
      int[] t2d = X25519Field.create();
      X25519Field.apm(point.y, point.x, sum, difference);
      X25519Field.carry(sum);
      X25519Field.carry(difference);
      X25519Field.mul(point.t, TWICE_D, t2d);
      return new Niels(sum, difference, point.z.clone(), t2d);
    }

    /** The same with a denominator of one, which saves a multiplication at each addition. */
    static Niels affine(VartimePoint point) {
      VartimePoint scaled = new VartimePoint();
      int[] inverse = X25519Field.create();
      X25519Field.invVar(point.z, inverse);
      X25519Field.mul(point.x, inverse, scaled.x);
      X25519Field.mul(point.y, inverse, scaled.y);
      X25519Field.mul(scaled.x, scaled.y, scaled.t);
      Niels niels = of(scaled);
      return new Niels(niels.yPlusX, niels.yMinusX, null, niels.t2d);
    }
  }
}

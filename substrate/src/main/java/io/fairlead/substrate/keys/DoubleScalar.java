package io.fairlead.substrate.keys;

import io.fairlead.substrate.keys.VartimePoint.Niels;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code sB − kA} in Ristretto 255 by one chain of doublings for both scalars (Straus, with windowed
 * non-adjacent forms). For public values only.
 */
final class DoubleScalar {

  private static final int POINT_WINDOW = 5;
  private static final int BASE_WINDOW = 8;
  private static final Niels[] BASE = oddMultiples(
      Objects.requireNonNull(VartimePoint.decode(HexFormat.of()
          .parseHex("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76"))),
      BASE_WINDOW, Niels::affine);

  private DoubleScalar() {}

  /**
   * The encoding of {@code baseScalar · B − scalar · point}, or null if the 32 bytes are no point.
   * Scalars are 32 bytes little-endian, below the order of the group.
   */
  static byte @Nullable [] subtractFromBase(byte[] point, byte[] scalar, byte[] baseScalar) {
    VartimePoint decoded = VartimePoint.decode(point);
    if (decoded == null) {
      return null;
    }
    decoded.negate();
    Niels[] table = oddMultiples(decoded, POINT_WINDOW, Niels::of);
    byte[] ofPoint = nonAdjacentForm(scalar, POINT_WINDOW);
    byte[] ofBase = nonAdjacentForm(baseScalar, BASE_WINDOW);
    VartimePoint sum = new VartimePoint();
    int top = 255;
    while (top > 0 && ofPoint[top] == 0 && ofBase[top] == 0) {
      top--;
    }
    for (int i = top; i >= 0; i--) {
      int p = ofPoint[i];
      int b = ofBase[i];
      sum.twice(p != 0 || b != 0 || i == 0);
      if (p != 0) {
        sum.add(table[Math.abs(p) >> 1], p < 0);
      }
      if (b != 0) {
        sum.add(BASE[Math.abs(b) >> 1], b < 0);
      }
    }
    return sum.encode();
  }

  /** 1, 3, 5, … times the point, as many as a window of that width can name. */
  private static Niels[] oddMultiples(VartimePoint point, int window,
      Function<VartimePoint, Niels> prepare) {
    Niels[] table = new Niels[1 << window - 2];
    VartimePoint twice = point.copy();
    twice.twice(true);
    Niels step = Niels.of(twice);
    VartimePoint multiple = point.copy();
    table[0] = prepare.apply(multiple);
    for (int i = 1; i < table.length; i++) {
      multiple.add(step, false);
      table[i] = prepare.apply(multiple);
    }
    return table;
  }

  /** Odd digits below 2^(window − 1) in size, any two of them at least a window apart. */
  private static byte[] nonAdjacentForm(byte[] scalar, int window) {
    byte[] digits = new byte[256];
    int mask = (1 << window) - 1;
    int carry = 0;
    for (int at = 0; at < 256;) {
      int bits = carry + (bits(scalar, at) & mask);
      if ((bits & 1) == 0) {
        at++;
        continue;
      }
      carry = bits >> window - 1;
      digits[at] = (byte) (bits - (carry << window));
      at += window;
    }
    return digits;
  }

  /** Sixteen bits or fewer from a bit position on. */
  private static int bits(byte[] scalar, int at) {
    int index = at >> 3;
    int word = scalar[index] & 0xff;
    if (index + 1 < 32) {
      word |= (scalar[index + 1] & 0xff) << 8;
    }
    return word >> (at & 7);
  }
}

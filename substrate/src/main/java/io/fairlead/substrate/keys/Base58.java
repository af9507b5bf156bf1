package io.fairlead.substrate.keys;

import org.jspecify.annotations.Nullable;

/** Base58 with Bitcoin's digits; quadratic in the length, so for short texts only. */
public final class Base58 {

  private static final String DIGITS =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private Base58() {}

  /** The digits of {@code bytes}; each leading zero byte is a {@code 1}. */
  public static String encode(byte[] bytes) {
    int zeros = leading(bytes);
    byte[] number = bytes.clone();
    StringBuilder reversed = new StringBuilder(bytes.length * 138 / 100 + 1);
    for (int start = zeros; start < number.length;) {
      int remainder = 0;
      for (int i = start; i < number.length; i++) {
        int value = remainder << 8 | number[i] & 0xff;
        number[i] = (byte) (value / 58);
        remainder = value % 58;
      }
      reversed.append(DIGITS.charAt(remainder));
      while (start < number.length && number[start] == 0) {
        start++;
      }
    }
    return "1".repeat(zeros) + reversed.reverse();
  }

  /** The bytes, or null if a character is no digit. */
  static byte @Nullable [] decode(String text) {
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == '1') {
      zeros++;
    }
    byte[] number = new byte[text.length()];
    int used = 0;
    for (int i = zeros; i < text.length(); i++) {
      int carry = DIGITS.indexOf(text.charAt(i));
      if (carry < 0) {
        return null;
      }
      for (int j = 0; j < used || carry != 0; j++) {
        int value = 58 * (number[j] & 0xff) + carry;
        number[j] = (byte) value;
        carry = value >> 8;
        used = Math.max(used, j + 1);
      }
    }
    byte[] bytes = new byte[zeros + used];
    for (int i = 0; i < used; i++) {
      bytes[bytes.length - 1 - i] = number[i];
    }
    return bytes;
  }

  private static int leading(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }
}

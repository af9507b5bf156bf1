package io.fairlead.substrate.primitive;

import java.util.HexFormat;
import java.util.Optional;

/** Hexadecimal text with {@code 0x} in front, as JSON-RPC and people write it. */
public final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  /** Lower case, with {@code 0x}. */
  public static String of(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  /** The bytes of {@code text}, with or without {@code 0x}; empty when it is not hexadecimal. */
  public static Optional<byte[]> parse(String text) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    if (digits.length() % 2 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(FORMAT.parseHex(digits));
    } catch (IllegalArgumentException notHexadecimal) {
      return Optional.empty();
    }
  }

  /** The bytes of a constant of this program. */
  public static byte[] bytes(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not hexadecimal: " + text));
  }
}

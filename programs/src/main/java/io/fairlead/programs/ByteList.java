package io.fairlead.programs;

/**
 * {@code Vec<Field>} with exactly one field, {@code List(Uint8, bytes)}, as Tangle's services pallet
 * encodes it ({@code Field::List} is 13, {@code Field::Uint8} and {@code FieldType::Uint8} are 2).
 */
final class ByteList {

  /** The most bytes a list may have, the chain's {@code MaxFieldsSize}. */
  static final int BYTES_MAX = 1024;

  /** The longest encoding: the counts, the tags, and two bytes an element. */
  static final int ENCODED_MAX = 1 + 2 + 2 + 2 * BYTES_MAX;

  private static final int FIELD_LIST = 13;
  private static final int FIELD_UINT8 = 2;
  private static final int TYPE_UINT8 = 2;
  private static final int ONE_BYTE_MODE_END = 64;

  private ByteList() {}

  /** What a decoder found. */
  sealed interface Decoded {
    /** The bytes of the list, {@link #BYTES_MAX} at most. */
    record Bytes(byte[] value) implements Decoded {}

    /** Not such a list; says in one line what was expected at which offset. */
    record Bad(String reason) implements Decoded {}
  }

  /** Decodes the whole of {@code input}; left-over bytes are an error. */
  static Decoded decode(byte[] input) {
    if (input.length < 5 && !isEmptyList(input)) {
      return bad(input.length, "the input to go on");
    }
    if (input[0] != 1 << 2) {
      return bad(0, "exactly one argument");
    }
    if (input[1] != FIELD_LIST || input[2] != TYPE_UINT8) {
      return bad(1, "a List of Uint8");
    }
    int mode = input[3] & 3;
    int count =
        mode == 0 ? (input[3] & 0xff) >> 2 : (input[3] & 0xff | (input[4] & 0xff) << 8) >> 2;
    if (mode > 1 || mode == 1 && count < ONE_BYTE_MODE_END || count > BYTES_MAX) {
      return bad(3, "a canonical length of at most 1024");
    }
    int start = 4 + mode;
    if (input.length != start + 2 * count) {
      return bad(Math.min(input.length, start + 2 * count), "as many elements as the length says");
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      if (input[start + 2 * i] != FIELD_UINT8) {
        return bad(start + 2 * i, "a Uint8 element");
      }
      bytes[i] = input[start + 2 * i + 1];
    }
    return new Decoded.Bytes(bytes);
  }

  /** Encodes at most {@link #BYTES_MAX} bytes. */
  static byte[] encode(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new IllegalArgumentException(bytes.length + " bytes, at most " + BYTES_MAX);
    }
    int mode = bytes.length < ONE_BYTE_MODE_END ? 0 : 1;
    byte[] out = new byte[4 + mode + 2 * bytes.length];
    out[0] = 1 << 2;
    out[1] = FIELD_LIST;
    out[2] = TYPE_UINT8;
    out[3] = (byte) (bytes.length << 2 | mode);
    if (mode == 1) {
      out[4] = (byte) (bytes.length >> 6);
    }
    for (int i = 0; i < bytes.length; i++) {
      out[4 + mode + 2 * i] = FIELD_UINT8;
      out[5 + mode + 2 * i] = bytes[i];
    }
    return out;
  }

  /** The empty list is the one valid input that is shorter than five bytes. */
  private static boolean isEmptyList(byte[] input) {
    return input.length == 4 && input[3] == 0;
  }

  private static Decoded bad(int offset, String expected) {
    return new Decoded.Bad("expected " + expected + " at byte " + offset);
  }
}

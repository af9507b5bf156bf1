package io.fairlead.twin.api;

import io.fairlead.substrate.primitive.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that somebody on the chain meant as text. */
final class Readable {
  private Readable() {}

  /** The text where the bytes are UTF-8 without control characters, else hexadecimal. */
  static String of(Bytes bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array()))
          .toString();
      boolean isReadable = !text.startsWith("0x")
          && text.codePoints().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\t');
      return isReadable ? text : bytes.toString();
    } catch (CharacterCodingException notText) {
      return bytes.toString();
    }
  }
}

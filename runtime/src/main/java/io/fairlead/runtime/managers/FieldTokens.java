package io.fairlead.runtime.managers;

import io.fairlead.services.wire.BoundedString;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.primitive.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Job and registration fields as ABI tokens ({@code Field::encode_to_ethabi}). The chain encodes by
 * value, not by declared type: an absent option is an empty tuple, so the elements of one array may
 * differ in size. No typed ABI codec writes that, so this small part stands here.
 */
final class FieldTokens {
  private static final int WORD = 32;

  private FieldTokens() {}

  /** The fields as a top-level sequence; nothing for no fields. */
  static Bytes encode(List<Field> fields) {
    var tokens = new ArrayList<Token>(fields.size());
    fields.forEach(field -> tokens.add(token(field)));
    return Bytes.wrap(sequence(tokens));
  }

  /** A token: its bytes, and whether it stands behind an offset. */
  private record Token(byte[] bytes, boolean dynamic) {}

  private static Token token(Field field) {
    return switch (field) {
      case Field.Optional(var type, Field value) ->
          value == null ? new Token(new byte[0], false) : token(value);
      case Field.Bool(boolean value) -> word(value ? 1 : 0);
      case Field.Uint8(int value) -> word(value);
      case Field.Uint16(int value) -> word(value);
      case Field.Uint32(long value) -> word(value);
      case Field.Uint64(long value) -> word(value);
      case Field.Int8(byte value) -> signed(value);
      case Field.Int16(short value) -> signed(value);
      case Field.Int32(int value) -> signed(value);
      case Field.Int64(long value) -> signed(value);
      case Field.Text(Bytes value) ->
          bytes(BoundedString.text(value).getBytes(StandardCharsets.UTF_8));
      case Field.Array(var type, List<Field> elements) -> tuple(tokens(elements));
      case Field.Sequence(var type, List<Field> elements) ->
          new Token(prefixed(elements.size(), sequence(tokens(elements))), true);
      case Field.Struct(Bytes name, List<Field.Member> members) ->
          tuple(members.stream().map(member -> token(member.value())).toList());
      case Field.Account(var account) -> bytes(account.bytes());
    };
  }

  private static List<Token> tokens(List<Field> fields) {
    return fields.stream().map(FieldTokens::token).toList();
  }

  private static Token tuple(List<Token> members) {
    return new Token(sequence(members), members.stream().anyMatch(Token::dynamic));
  }

  /** The chain converts through an unsigned number, which panics below zero. */
  private static Token signed(long value) {
    if (value < 0) {
      throw new ChainPanic("a negative field cannot become an ABI token: " + value);
    }
    return word(value);
  }

  private static Token word(long unsigned) {
    return new Token(ByteBuffer.allocate(WORD).putLong(WORD - Long.BYTES, unsigned).array(), false);
  }

  private static Token bytes(byte[] content) {
    int padded = (content.length + WORD - 1) / WORD * WORD;
    return new Token(prefixed(content.length, java.util.Arrays.copyOf(content, padded)), true);
  }

  private static byte[] prefixed(long count, byte[] content) {
    return ByteBuffer.allocate(WORD + content.length).put(word(count).bytes).put(content).array();
  }

  /** Heads in order, an offset for each dynamic token, then the dynamic tokens. */
  private static byte[] sequence(List<Token> tokens) {
    int heads = 0;
    for (Token token : tokens) {
      heads += token.dynamic ? WORD : token.bytes.length;
    }
    var head = new ByteArrayOutputStream(heads);
    var tail = new ByteArrayOutputStream();
    for (Token token : tokens) {
      if (token.dynamic) {
        head.writeBytes(word(heads + (long) tail.size()).bytes);
        tail.writeBytes(token.bytes);
      } else {
        head.writeBytes(token.bytes);
      }
    }
    head.writeBytes(tail.toByteArray());
    return head.toByteArray();
  }
}

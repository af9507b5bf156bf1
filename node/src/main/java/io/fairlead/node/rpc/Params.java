package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, by position. Trailing ones may be missing or null; a wrong one leaves by
 * {@link RpcError#params}.
 */
final class Params {
  private static final int HASH_BYTES = 32;

  private final JsonNode list;

  private Params(JsonNode list) {
    this.list = list;
  }

  /** Of the member {@code params} of a request: absent, null or an array. */
  static Params of(@Nullable JsonNode params) {
    if (params == null || params.isNull()) {
      return new Params(JsonNodeFactory.instance.arrayNode());
    }
    if (!params.isArray()) {
      throw RpcError.params("expected the parameters as an array");
    }
    return new Params(params);
  }

  /** The parameter as it stands; null when it is missing or null. */
  @Nullable JsonNode get(int index) {
    JsonNode value = list.get(index);
    return value == null || value.isNull() ? null : value;
  }

  boolean has(int index) {
    return get(index) != null;
  }

  private JsonNode required(int index, String name, String expected) {
    JsonNode value = get(index);
    if (value == null) {
      throw wrong(index, name, expected, "nothing");
    }
    return value;
  }

  private static RpcError wrong(int index, String name, String expected, String found) {
    return RpcError
        .params("parameter " + (index + 1) + " (" + name + "): expected " + expected + ", found "
            + (found.length() > 80 ? found.substring(0, 80) + "…" : found));
  }

  String text(int index, String name) {
    JsonNode value = required(index, name, "text");
    if (!value.isTextual()) {
      throw wrong(index, name, "text", value.toString());
    }
    return value.asText();
  }

  /** Hexadecimal; an empty string is no bytes. */
  Bytes bytes(int index, String name) {
    return bytes(required(index, name, "0x-prefixed hexadecimal"), index, name);
  }

  private static Bytes bytes(JsonNode value, int index, String name) {
    String text = value.isTextual() ? value.asText() : "?";
    Optional<byte[]> bytes =
        text.isEmpty() || text.startsWith("0x") ? Hex.parse(text) : Optional.empty();
    return Bytes.wrap(bytes.orElseThrow(
        () -> wrong(index, name, "0x-prefixed hexadecimal", value.toString())));
  }

  @Nullable Bytes optionalBytes(int index, String name) {
    return has(index) ? bytes(index, name) : null;
  }

  /** A block hash; null when it is left out. */
  @Nullable Hash hash(int index, String name) {
    JsonNode value = get(index);
    if (value == null) {
      return null;
    }
    Bytes bytes = bytes(value, index, name);
    if (bytes.size() != HASH_BYTES) {
      throw wrong(index, name, "a hash of 32 bytes", value.toString());
    }
    return Hash.of(bytes.array());
  }

  /** The account of an address of any network. */
  Bytes account(int index, String name) {
    String address = text(index, name);
    return switch (Ss58.decode(address)) {
      case Ss58.Address good when good.account().length == HASH_BYTES ->
          Bytes.wrap(good.account());
      case Ss58.Address other -> throw RpcError.params("parameter " + (index + 1) + " (" + name
          + "): " + address + " is not the address of an account");
      case Ss58.Invalid bad -> throw RpcError
          .params("parameter " + (index + 1) + " (" + name + "): " + address + ": "
              + bad.reason());
    };
  }

  List<Bytes> byteStrings(int index, String name) {
    JsonNode value = required(index, name, "an array of hexadecimal");
    if (!value.isArray()) {
      throw wrong(index, name, "an array of hexadecimal", value.toString());
    }
    var all = new ArrayList<Bytes>(value.size());
    value.forEach(it -> all.add(bytes(it, index, name)));
    return all;
  }

  /** A number that is not negative, as JSON number or as text, decimal or hexadecimal. */
  long number(int index, String name) {
    return number(required(index, name, "a number"), index, name);
  }

  static long number(JsonNode value, int index, String name) {
    if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0) {
      return value.asLong();
    }
    if (value.isTextual()) {
      String text = value.asText();
      try {
        long number = text.startsWith("0x") ? Long.parseLong(text, 2, text.length(), 16)
            : Long.parseLong(text);
        if (number >= 0) {
          return number;
        }
      } catch (NumberFormatException | IndexOutOfBoundsException notANumber) {
        throw wrong(index, name, "a number", value.toString());
      }
    }
    throw wrong(index, name, "a number", value.toString());
  }
}

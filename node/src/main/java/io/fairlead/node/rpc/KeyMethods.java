package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fairlead.node.keystore.Keystore;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of {@code author_*} for a validator's keys ({@code sc_rpc::author}). */
final class KeyMethods {
  private static final int OTHER_AUTHOR_ERROR = 1040;
  private static final int SECRET_BYTES = 32;

  private final Node node;
  private final Keystore keystore;
  private final SecureRandom random;

  /** A key as {@code SessionKeys_decode_session_keys} tells it. */
  private record Typed(Bytes key, Bytes type) {
    static final Codec<@Nullable List<Typed>> LIST = Codecs.option(Codecs.list(
        Codecs.pair(Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)),
            Bytes.codec(Codecs.rawBytes(4)), Typed::new, Typed::key, Typed::type)));
  }

  private KeyMethods(Node node, Keystore keystore, SecureRandom random) {
    this.node = node;
    this.keystore = keystore;
    this.random = random;
  }

  static void register(Methods methods, Node node, Keystore keystore, SecureRandom random) {
    var keys = new KeyMethods(node, keystore, random);
    methods.now(keys::insert, "author_insertKey");
    methods.now(keys::has, "author_hasKey");
    methods.now(keys::hasSessionKeys, "author_hasSessionKeys");
    methods.now(keys::rotate, "author_rotateKeys");
  }

  private static RpcError error(String message) {
    return new RpcError(OTHER_AUTHOR_ERROR, message);
  }

  private static Bytes type(Params params, int index) {
    byte[] letters = params.text(index, "keyType").getBytes(StandardCharsets.UTF_8);
    if (letters.length != 4) {
      throw error("Invalid key type ID format (should be of length four)");
    }
    return Bytes.wrap(letters);
  }

  private void insert(Bytes type, String suri, Bytes key) {
    try {
      keystore.insert(type, suri, key);
    } catch (UncheckedIOException failed) {
      throw error("The key store is unavailable");
    }
  }

  private JsonNode insert(Params params) {
    insert(type(params, 0), params.text(1, "suri"), params.bytes(2, "publicKey"));
    return NullNode.instance;
  }

  private JsonNode has(Params params) {
    return BooleanNode.valueOf(keystore.has(type(params, 1), params.bytes(0, "publicKey")));
  }

  private @Nullable List<Typed> decoded(Bytes sessionKeys) {
    var argument = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)).encode(sessionKeys);
    Bytes answer = node.call(node.chain.best().number(), "SessionKeys_decode_session_keys",
        Bytes.wrap(argument));
    return switch (Typed.LIST.decode(answer.array())) {
      case Decoded.Value<List<Typed>>(var keys) -> keys;
      case Decoded.Malformed<List<Typed>> bad ->
          throw RpcError.state("Execution failed: " + bad.message());
    };
  }

  private JsonNode hasSessionKeys(Params params) {
    List<Typed> keys = decoded(params.bytes(0, "sessionKeys"));
    if (keys == null) {
      throw error("Session keys are not encoded correctly");
    }
    return BooleanNode
        .valueOf(keys.stream().allMatch(key -> keystore.has(key.type(), key.key())));
  }

  /** One new secret for all keys, which the runtime derives and tells apart. */
  private JsonNode rotate(Params params) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String suri = Hex.of(secret);
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    Bytes answer = node.call(node.chain.best().number(), "SessionKeys_generate_session_keys",
        Bytes.wrap(Codecs.option(bytes).encode(Bytes.utf8(suri))));
    Bytes keys = bytes.decode(answer.array()).trusted();
    List<Typed> apart = decoded(keys);
    if (apart == null) {
      throw RpcError.state("Execution failed: the runtime does not know its own session keys");
    }
    apart.forEach(key -> insert(key.type(), suri, key.key()));
    return Json.hex(keys);
  }
}

package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.List;

/** A block's header ({@code sp_runtime::generic::Header} with 64-bit numbers). */
public record BlockHeader(Hash parent, long number, Hash stateRoot, Hash extrinsicsRoot,
    List<Bytes> logs) {

  public BlockHeader {
    logs = List.copyOf(logs);
  }

  /** BLAKE2b-256 of the encoded header: the block's hash. */
  public Hash hash() {
    var out = new Output(160);
    Hash.CODEC.write(parent, out);
    out.compact(number);
    Hash.CODEC.write(stateRoot, out);
    Hash.CODEC.write(extrinsicsRoot, out);
    out.compact(logs.size());
    logs.forEach(log -> out.raw(log.array()));
    return Hash.of(Blake2b.hash256(out.toBytes()));
  }

  /** The header of {@code chain_getHeader} and of new-head notifications. */
  static BlockHeader of(JsonNode json) {
    try {
      var logs = new ArrayList<Bytes>();
      json.path("digest").path("logs").forEach(log -> logs.add(Bytes.hex(log.asText())));
      return new BlockHeader(Hash.hex(json.path("parentHash").asText()), numberOf(json),
          Hash.hex(json.path("stateRoot").asText()),
          Hash.hex(json.path("extrinsicsRoot").asText()), logs);
    } catch (IllegalArgumentException malformed) {
      throw RpcFailure.unexpected("not a header: " + malformed.getMessage());
    }
  }

  private static long numberOf(JsonNode json) {
    String text = json.path("number").asText();
    return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.parseUnsignedLong(text);
  }

  /** The bytes of a hexadecimal answer. */
  static Bytes bytes(JsonNode json) {
    return Hex.parse(json.asText()).map(Bytes::wrap)
        .orElseThrow(() -> RpcFailure.unexpected("not hexadecimal: " + json));
  }
}

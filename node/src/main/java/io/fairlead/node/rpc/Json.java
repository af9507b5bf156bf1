package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.Header;
import io.fairlead.node.pool.TxStatus;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our values in the JSON of Substrate's RPC. */
final class Json {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private Json() {}

  static JsonNode text(String text) {
    return MAKE.textNode(text);
  }

  static JsonNode hash(@Nullable Hash hash) {
    return hash == null ? NullNode.instance : text(hash.toString());
  }

  static JsonNode hex(@Nullable Bytes bytes) {
    return bytes == null ? NullNode.instance : text(bytes.toString());
  }

  static ArrayNode hexes(Collection<Bytes> all) {
    ArrayNode array = MAKE.arrayNode(all.size());
    all.forEach(it -> array.add(it.toString()));
    return array;
  }

  static JsonNode header(Header header) {
    ObjectNode json = MAKE.objectNode();
    json.put("parentHash", header.parent().toString());
    json.put("number", "0x" + Long.toHexString(header.number()));
    json.put("stateRoot", header.stateRoot().toString());
    json.put("extrinsicsRoot", header.extrinsicsRoot().toString());
    json.putObject("digest").set("logs", hexes(header.digest()));
    return json;
  }

  static JsonNode block(Block block) {
    ObjectNode json = MAKE.objectNode();
    ObjectNode inner = json.putObject("block");
    inner.set("header", header(block.header()));
    inner.set("extrinsics", hexes(block.extrinsics()));
    json.putNull("justifications");
    return json;
  }

  static JsonNode version(RuntimeVersion version) {
    ObjectNode json = MAKE.objectNode();
    json.put("specName", version.specName()).put("implName", version.implName());
    json.put("authoringVersion", version.authoringVersion());
    json.put("specVersion", version.specVersion());
    json.put("implVersion", version.implVersion());
    ArrayNode apis = json.putArray("apis");
    for (RuntimeVersion.Api api : version.apis()) {
      String id = api.id();
      apis.addArray().add(id.startsWith("0x") ? id : "0x" + id).add(api.version());
    }
    json.put("transactionVersion", version.transactionVersion());
    return json.put("stateVersion", version.stateVersion());
  }

  /** A change set: a block and what it changed, or what is read of it. */
  static ObjectNode changeSet(Hash block, List<Change> changes) {
    ObjectNode json = MAKE.objectNode();
    json.put("block", block.toString());
    ArrayNode array = json.putArray("changes");
    for (Change change : changes) {
      array.addArray().add(change.key().toString()).add(hex(change.value()));
    }
    return json;
  }

  static JsonNode status(TxStatus status) {
    return switch (status) {
      case TxStatus.Future future -> text("future");
      case TxStatus.Ready ready -> text("ready");
      case TxStatus.InBlock(Hash block) -> MAKE.objectNode().put("inBlock", block.toString());
      case TxStatus.Finalized(Hash block) ->
          MAKE.objectNode().put("finalized", block.toString());
      case TxStatus.Usurped(Hash by) -> MAKE.objectNode().put("usurped", by.toString());
      case TxStatus.Dropped dropped -> text("dropped");
      case TxStatus.Invalid invalid -> text("invalid");
    };
  }

  static ObjectNode object() {
    return MAKE.objectNode();
  }

  static ArrayNode array() {
    return MAKE.arrayNode();
  }

  static JsonNode number(long number) {
    return MAKE.numberNode(number);
  }

  static JsonNode bool(boolean value) {
    return MAKE.booleanNode(value);
  }
}

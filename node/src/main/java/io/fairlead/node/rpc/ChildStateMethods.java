package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/**
 * {@code childstate_*} ({@code sc_rpc::state}). No pallet of this chain keeps a child trie: every one
 * is empty, and only the names are checked.
 */
final class ChildStateMethods {
  /** Before the name of every child trie. */
  private static final Bytes PREFIX = Bytes.utf8(":child_storage:default:");
  private static final long PAGE_MAX = 1_000;

  private final Node node;

  private ChildStateMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var child = new ChildStateMethods(node);
    methods.now(params -> child.keys(params, 2), "childstate_getKeys");
    methods.now(child::keysPaged, "childstate_getKeysPaged", "childstate_getKeysPagedAt");
    methods.now(child::value, "childstate_getStorage", "childstate_getStorageHash",
        "childstate_getStorageSize");
    methods.now(child::entries, "childstate_getStorageEntries");
  }

  private void check(Params params, int at) {
    Bytes name = params.bytes(0, "childStorageKey");
    node.blockAt(params.hash(at, "at"));
    if (!name.startsWith(PREFIX)) {
      throw RpcError.state("Invalid child storage key");
    }
  }

  private JsonNode keys(Params params, int at) {
    params.bytes(1, "prefix");
    check(params, at);
    return Json.array();
  }

  private JsonNode keysPaged(Params params) {
    params.optionalBytes(1, "prefix");
    long count = params.number(2, "count");
    if (count > PAGE_MAX) {
      throw RpcError.count(count, PAGE_MAX);
    }
    params.optionalBytes(3, "startKey");
    check(params, 4);
    return Json.array();
  }

  private JsonNode value(Params params) {
    params.bytes(1, "key");
    check(params, 2);
    return NullNode.instance;
  }

  private JsonNode entries(Params params) {
    List<Bytes> keys = params.byteStrings(1, "keys");
    check(params, 2);
    var all = Json.array();
    keys.forEach(key -> all.addNull());
    return all;
  }
}

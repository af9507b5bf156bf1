package io.fairlead.runtime.system;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of System. All but the remarks are for Root. */
public sealed interface SystemCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "System";

  /** Puts bytes into a block. */
  record Remark(Bytes remark) implements SystemCall {}

  /** Sets how much memory the runtime gets, u64; nothing here asks for it. */
  record SetHeapPages(long pages) implements SystemCall {}

  /** Puts another runtime in place, if its version is higher. */
  record SetCode(Bytes code) implements SystemCall {}

  /** Puts another runtime in place. */
  record SetCodeWithoutChecks(Bytes code) implements SystemCall {}

  /** Writes pairs past every pallet. */
  record SetStorage(List<KeyValue> items) implements SystemCall {
    public SetStorage {
      items = List.copyOf(items);
    }
  }

  /** Removes pairs past every pallet. */
  record KillStorage(List<Bytes> keys) implements SystemCall {
    public KillStorage {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Removes the pairs whose keys begin with {@code prefix}.
   *
   * @param subkeys how many at most, u32
   */
  record KillPrefix(Bytes prefix, long subkeys) implements SystemCall {}

  /** Puts bytes into a block and tells their hash. */
  record RemarkWithEvent(Bytes remark) implements SystemCall {}

  /** Lets anybody put the runtime of that hash in place, if its version is higher. */
  record AuthorizeUpgrade(Hash codeHash) implements SystemCall {}

  /** Lets anybody put the runtime of that hash in place. */
  record AuthorizeUpgradeWithoutChecks(Hash codeHash) implements SystemCall {}

  /** Puts the runtime in place that was authorized; any origin. */
  record ApplyAuthorizedUpgrade(Bytes code) implements SystemCall {}

  /** A storage key and its value. */
  record KeyValue(Bytes key, Bytes value) {}

  /** One byte of index, then the arguments. */
  EnumCodec<SystemCall> CODEC = codec();

  private static EnumCodec<SystemCall> codec() {
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    Codec<List<KeyValue>> pairs = Codecs
        .list(Codecs.pair(bytes, bytes, KeyValue::new, KeyValue::key, KeyValue::value));
    String text = "Vec<u8>";
    String hash = "T::Hash";
    return Codecs.enumOf("frame_system::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "remark", Remark.class,
            Fields.of(Remark::new, field("remark", Remark::remark, bytes, text))),
        variant(1, "set_heap_pages", SetHeapPages.class,
            Fields.of(SetHeapPages::new,
                field("pages", SetHeapPages::pages, Codecs.U64, "u64"))),
        variant(2, "set_code", SetCode.class,
            Fields.of(SetCode::new, field("code", SetCode::code, bytes, text))),
        variant(3, "set_code_without_checks", SetCodeWithoutChecks.class,
            Fields.of(SetCodeWithoutChecks::new,
                field("code", SetCodeWithoutChecks::code, bytes, text))),
        variant(4, "set_storage", SetStorage.class,
            Fields.of(SetStorage::new,
                field("items", SetStorage::items, pairs, "Vec<KeyValue>"))),
        variant(5, "kill_storage", KillStorage.class,
            Fields.of(KillStorage::new,
                field("keys", KillStorage::keys, Codecs.list(bytes), "Vec<Key>"))),
        variant(6, "kill_prefix", KillPrefix.class,
            Fields.of(KillPrefix::new, field("prefix", KillPrefix::prefix, bytes, "Key"),
                field("subkeys", KillPrefix::subkeys, Codecs.U32, "u32"))),
        variant(7, "remark_with_event", RemarkWithEvent.class,
            Fields.of(RemarkWithEvent::new,
                field("remark", RemarkWithEvent::remark, bytes, text))),
        variant(9, "authorize_upgrade", AuthorizeUpgrade.class,
            Fields.of(AuthorizeUpgrade::new,
                field("code_hash", AuthorizeUpgrade::codeHash, Hash.CODEC, hash))),
        variant(10, "authorize_upgrade_without_checks", AuthorizeUpgradeWithoutChecks.class,
            Fields.of(AuthorizeUpgradeWithoutChecks::new,
                field("code_hash", AuthorizeUpgradeWithoutChecks::codeHash, Hash.CODEC, hash))),
        variant(11, "apply_authorized_upgrade", ApplyAuthorizedUpgrade.class,
            Fields.of(ApplyAuthorizedUpgrade::new,
                field("code", ApplyAuthorizedUpgrade::code, bytes, text))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

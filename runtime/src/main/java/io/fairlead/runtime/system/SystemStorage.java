package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * The items of System. What the chain writes and removes again within one block (ExtrinsicCount,
 * ExtrinsicData, ExecutionPhase, InherentsApplied) is declared and never written.
 */
public final class SystemStorage {
  /** Accounts and reference counts. */
  public final StorageMap<AccountId, AccountInfo> accounts;
  /** Weight used by this block, by class. */
  public final StorageValue<PerDispatchClass<Weight>> blockWeight;
  /** Bytes of the extrinsics of this block, u32; absent between blocks. */
  public final StorageValue<Long> allExtrinsicsLen;
  /** Hashes of the last 256 blocks and of genesis, by number. */
  public final StorageMap<Long, Hash> blockHash;
  /** Number of the block in execution. */
  public final StorageValue<Long> number;
  /** Hash of its parent. */
  public final StorageValue<Hash> parentHash;
  /** Its logs. */
  public final StorageValue<List<DigestItem>> digest;
  /** Its events, there once it is finished. */
  public final StorageValue<List<EventRecord>> events;
  /** Number of its events, u32. */
  public final StorageValue<Long> eventCount;
  /** The version that ran last. */
  public final StorageValue<RuntimeUpgrade> lastRuntimeUpgrade;
  /** Whether reference counts have 32 bits. */
  public final StorageValue<Boolean> upgradedToU32RefCount;
  /** Whether there are three reference counts. */
  public final StorageValue<Boolean> upgradedToTripleRefCount;

  /** Code that may be put in place. */
  public final StorageValue<CodeUpgrade> authorizedUpgrade;

  private final List<Item> items;

  /** A version of the runtime ({@code LastRuntimeUpgradeInfo}). */
  public record RuntimeUpgrade(long specVersion, String specName) {
    static final Codec<RuntimeUpgrade> CODEC =
        Codecs.struct("frame_system::LastRuntimeUpgradeInfo",
            Fields.of(RuntimeUpgrade::new,
                Fields.field("spec_version", RuntimeUpgrade::specVersion, Codecs.COMPACT_U32,
                    "codec::Compact<u32>"),
                Fields.field("spec_name", RuntimeUpgrade::specName, Codecs.STRING,
                    "sp_runtime::RuntimeString")));
  }

  /** Where events stood that mention a topic; nothing on this chain has topics. */
  private record EventIndex(long block, long index) {
    static final Codec<EventIndex> CODEC = Codecs.pair(Codecs.U64, Codecs.U32, EventIndex::new,
        EventIndex::block, EventIndex::index);
  }

  /** Code that may be put in place; {@code checkVersion}: if its version is higher. */
  public record CodeUpgrade(Hash codeHash, boolean checkVersion) {
    static final Codec<CodeUpgrade> CODEC =
        Codecs.struct("frame_system::CodeUpgradeAuthorization",
            Fields.of(CodeUpgrade::new,
                Fields.field("code_hash", CodeUpgrade::codeHash, Hash.CODEC, "T::Hash"),
                Fields.field("check_version", CodeUpgrade::checkVersion, Codecs.BOOL, "bool")),
            Shape.skipped("T"));
  }

  /** The items in {@code store}; {@code events} is the codec of the event enum of the runtime. */
  public SystemStorage(Store store, Codec<Event> events) {
    String p = SystemCall.PALLET;
    accounts = StorageMap.of(store, p, "Account", Key.blake2Concat(AccountId.CODEC),
        AccountInfo.CODEC, AccountInfo.NONE);
    var extrinsicCount = StorageValue.optional(store, p, "ExtrinsicCount", Codecs.U32);
    var inherentsApplied = StorageValue.of(store, p, "InherentsApplied", Codecs.BOOL, false);
    blockWeight = StorageValue.of(store, p, "BlockWeight", PerDispatchClass.codec(Weight.CODEC),
        new PerDispatchClass<>(Weight.ZERO, Weight.ZERO, Weight.ZERO));
    allExtrinsicsLen = StorageValue.optional(store, p, "AllExtrinsicsLen", Codecs.U32);
    blockHash = StorageMap.of(store, p, "BlockHash", Key.twox64Concat(Codecs.U64), Hash.CODEC,
        Hash.ZERO);
    var extrinsicData = StorageMap.of(store, p, "ExtrinsicData", Key.twox64Concat(Codecs.U32),
        Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), Bytes.EMPTY);
    number = StorageValue.of(store, p, "Number", Codecs.U64, 0L);
    parentHash = StorageValue.of(store, p, "ParentHash", Hash.CODEC, Hash.ZERO);
    digest = StorageValue.of(store, p, "Digest", DigestItem.LIST, List.of());
    this.events = StorageValue.of(store, p, "Events", Codecs.list(recordOf(events)), List.of());
    eventCount = StorageValue.of(store, p, "EventCount", Codecs.U32, 0L);
    var eventTopics = StorageMap.of(store, p, "EventTopics", Key.blake2Concat(Hash.CODEC),
        Codecs.list(EventIndex.CODEC), List.of());
    lastRuntimeUpgrade =
        StorageValue.optional(store, p, "LastRuntimeUpgrade", RuntimeUpgrade.CODEC);
    upgradedToU32RefCount =
        StorageValue.of(store, p, "UpgradedToU32RefCount", Codecs.BOOL, false);
    upgradedToTripleRefCount =
        StorageValue.of(store, p, "UpgradedToTripleRefCount", Codecs.BOOL, false);
    var executionPhase = StorageValue.optional(store, p, "ExecutionPhase", Phase.CODEC);
    authorizedUpgrade =
        StorageValue.optional(store, p, "AuthorizedUpgrade", CodeUpgrade.CODEC);
    items = List.of(accounts, extrinsicCount, inherentsApplied, blockWeight, allExtrinsicsLen,
        blockHash, extrinsicData, number, parentHash, digest, this.events, eventCount, eventTopics,
        lastRuntimeUpgrade, upgradedToU32RefCount, upgradedToTripleRefCount, executionPhase,
        authorizedUpgrade);
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }

  /** {@code frame_system::EventRecord}: phase, event, topics (none). */
  public static Codec<EventRecord> recordOf(Codec<Event> event) {
    Codec<List<Hash>> topics = Codecs.list(Hash.CODEC);
    return Codecs.struct("frame_system::EventRecord",
        Fields.<Phase, Event, List<Hash>, EventRecord>of((phase, e, none) -> new EventRecord(phase,
            e),
            Fields.field("phase", EventRecord::phase, Phase.CODEC, "Phase"),
            Fields.field("event", EventRecord::event, event, "E"),
            Fields.field("topics", r -> List.of(), topics, "Vec<T>")),
        Shape.param("E", event.shape()), Shape.param("T", Hash.CODEC.shape()));
  }
}

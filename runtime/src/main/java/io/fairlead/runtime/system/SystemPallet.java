package io.fairlead.runtime.system;

import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.Arrays;
import java.util.List;

/**
 * The pallet System ({@code frame_system}): remarks, and the bookkeeping of blocks and extrinsics
 * that the executive asks for.
 */
public final class SystemPallet implements Pallet<SystemCall> {
  /** Blocks whose hash is kept. */
  public static final long BLOCK_HASH_COUNT = 256;
  /** Network number of addresses of the testnet. */
  public static final int SS58_PREFIX = 42;
  /** Bytes of extrinsics that fit into a block; three quarters for normal calls. */
  public static final PerDispatchClass<Long> BLOCK_LENGTH =
      new PerDispatchClass<>(6_291_456L, 8_388_608L, 8_388_608L);

  private final SystemStorage storage;
  private final Block block;

  /** The pallet over its items; events go to {@code block}. */
  public SystemPallet(SystemStorage storage, Block block) {
    this.storage = storage;
    this.block = block;
  }

  @Override
  public String name() {
    return SystemCall.PALLET;
  }

  /** Weights of {@code frame_system::weights::SubstrateWeight}: by the length of the remark. */
  @Override
  public DispatchInfo info(SystemCall call) {
    return DispatchInfo.normal(switch (call) {
      case SystemCall.Remark(Bytes remark) -> Weight.of(2_119_000 + 390L * remark.size(), 0);
      case SystemCall.RemarkWithEvent(Bytes remark) ->
          Weight.of(8_097_000 + 1_455L * remark.size(), 0);
    });
  }

  @Override
  public PostDispatch dispatch(Origin origin, SystemCall call) {
    switch (call) {
      case SystemCall.Remark remark -> {
        // any origin: the remark is in the block, nothing else happens
      }
      case SystemCall.RemarkWithEvent(Bytes remark) -> {
        AccountId sender = origin.ensureSigned();
        block.deposit(
            new SystemEvent.Remarked(sender, Hash.of(Blake2b.hash256(remark.array()))));
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What stands in System before block 1 ({@code GenesisConfig::build}). */
  public void genesis(RuntimeVersion version) {
    byte[] filler = new byte[32];
    Arrays.fill(filler, (byte) 69);
    storage.blockHash.put(0L, Hash.of(filler));
    storage.parentHash.put(Hash.of(filler));
    noteRuntimeUpgrade(version);
    storage.upgradedToU32RefCount.put(true);
    storage.upgradedToTripleRefCount.put(true);
  }

  /** Remembers the version that runs; true when another one ran before. */
  public boolean noteRuntimeUpgrade(RuntimeVersion version) {
    var now = new SystemStorage.RuntimeUpgrade(version.specVersion(), version.specName());
    if (now.equals(storage.lastRuntimeUpgrade.orNull())) {
      return false;
    }
    storage.lastRuntimeUpgrade.put(now);
    return true;
  }

  /** Starts block {@code number} on top of {@code parent} ({@code reset_events}, {@code initialize}). */
  public void initialize(long number, Hash parent, List<DigestItem> digest) {
    storage.events.remove();
    storage.eventCount.remove();
    storage.number.put(number);
    storage.digest.put(digest);
    storage.parentHash.put(parent);
    storage.blockHash.put(number - 1, parent);
    storage.blockWeight.remove();
  }

  /** Adds {@code weight} to what the block used, whatever the limits. */
  public void registerExtraWeight(Weight weight, DispatchClass dispatchClass) {
    var used = storage.blockWeight.get();
    storage.blockWeight.put(used.with(dispatchClass, used.get(dispatchClass).plus(weight)));
  }

  /**
   * Tells the outcome of an extrinsic: event ExtrinsicSuccess or ExtrinsicFailed with the weight after
   * dispatch, the base weight of an extrinsic included ({@code note_applied_extrinsic}).
   */
  public void noteAppliedExtrinsic(Outcome outcome, DispatchInfo declared) {
    PostDispatch post = switch (outcome) {
      case Outcome.Done(PostDispatch p) -> p;
      case Outcome.Refused(DispatchError error, PostDispatch p) -> p;
    };
    Weight base = BlockWeights.TANGLE.perClass().get(declared.dispatchClass()).baseExtrinsic();
    var info = new DispatchInfo(actualWeight(declared, post).plus(base), declared.dispatchClass(),
        declared.pays() && post.pays());
    block.deposit(switch (outcome) {
      case Outcome.Done done -> new SystemEvent.ExtrinsicSuccess(info);
      case Outcome.Refused(DispatchError error, PostDispatch p) ->
          new SystemEvent.ExtrinsicFailed(error, info);
    });
  }

  /** Weight after dispatch: never above the declared one ({@code calc_actual_weight}). */
  public static Weight actualWeight(DispatchInfo declared, PostDispatch post) {
    Weight actual = post.actual();
    Weight most = declared.weight();
    return actual == null ? most
        : Weight.of(unsignedMin(actual.refTime(), most.refTime()),
            unsignedMin(actual.proofSize(), most.proofSize()));
  }

  private static long unsignedMin(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  /** Ends the block: stores its events and forgets the oldest block hash ({@code finalize}). */
  public void finish() {
    List<EventRecord> events = block.events();
    if (!events.isEmpty()) {
      storage.events.put(List.copyOf(events));
      storage.eventCount.put((long) events.size());
    }
    storage.allExtrinsicsLen.remove();
    long oldest = storage.number.get() - BLOCK_HASH_COUNT - 1;
    if (oldest > 0) {
      storage.blockHash.remove(oldest);
    }
  }

  /** What metadata tells of the pallet; {@code errors} encodes errors, {@code version} is constant. */
  public PalletDeclaration declaration(Codec<DispatchError> errors, RuntimeVersion version) {
    return new PalletDeclaration(SystemCall.PALLET, SystemCall.PALLET, storage.items(),
        SystemCall.CODEC, SystemEvent.codec(errors), SystemError.SHAPE,
        List.of(Constant.of("BlockWeights", BlockWeights.CODEC, BlockWeights.TANGLE),
            Constant.of("BlockLength", BlockLength.CODEC, new BlockLength(BLOCK_LENGTH)),
            Constant.of("BlockHashCount", Codecs.U64, BLOCK_HASH_COUNT),
            Constant.of("DbWeight", DbWeight.CODEC, DbWeight.ROCKS_DB),
            Constant.of("Version", RuntimeVersionCodec.CODEC, version),
            Constant.of("SS58Prefix", Codecs.U16, SS58_PREFIX)));
  }

  private record BlockLength(PerDispatchClass<Long> max) {
    static final Codec<BlockLength> CODEC = Codecs.struct("frame_system::limits::BlockLength",
        Fields.of(BlockLength::new, Fields.field("max", BlockLength::max,
            PerDispatchClass.codec(Codecs.U32), "PerDispatchClass<u32>")));
  }

  private record DbWeight(long read, long write) {
    static final DbWeight ROCKS_DB = new DbWeight(25_000_000, 100_000_000);
    static final Codec<DbWeight> CODEC = Codecs.struct("sp_weights::RuntimeDbWeight",
        Fields.of(DbWeight::new, Fields.field("read", DbWeight::read, Codecs.U64, "u64"),
            Fields.field("write", DbWeight::write, Codecs.U64, "u64")));
  }
}

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
  /** Bytes of extrinsics that fit into a block of the testnet; three quarters for normal calls. */
  public static final PerDispatchClass<Long> BLOCK_LENGTH =
      new PerDispatchClass<>(6_291_456L, 8_388_608L, 8_388_608L);

  private static final DispatchInfo SET_CODE =
      operational(Weight.of(81_880_651_000L, 67_035).readsWrites(2, 2));
  private static final DispatchInfo AUTHORIZE =
      operational(Weight.of(9_643_000, 0).readsWrites(0, 1));

  private final SystemStorage storage;
  private final Block block;
  private final RootCalls rootCalls;

  /** The pallet over its items; events go to {@code block}, what Root writes to {@code state}. */
  public SystemPallet(SystemStorage storage, Block block, RawState state) {
    this.storage = storage;
    this.block = block;
    this.rootCalls = new RootCalls(storage, block, state);
  }

  @Override
  public String name() {
    return SystemCall.PALLET;
  }

  /**
   * Weights of {@code frame_system::weights::SubstrateWeight}: remarks by their length, writes by their
   * number. The calls of Root are operational, remarks are normal.
   */
  @Override
  public DispatchInfo info(SystemCall call) {
    return switch (call) {
      case SystemCall.Remark(Bytes remark) ->
          DispatchInfo.normal(Weight.of(1_137_744 + 387L * remark.size(), 0));
      case SystemCall.RemarkWithEvent(Bytes remark) ->
          DispatchInfo.normal(Weight.of(2_562_415 + 1_391L * remark.size(), 0));
      case SystemCall.SetHeapPages c ->
          operational(Weight.of(4_109_000, 1_485).readsWrites(1, 2));
      case SystemCall.SetCode c -> SET_CODE;
      case SystemCall.SetCodeWithoutChecks c -> SET_CODE;
      case SystemCall.SetStorage(var items) -> operational(
          Weight.of(2_192_000 + 742_610L * items.size(), 0).readsWrites(0, items.size()));
      case SystemCall.KillStorage(var keys) -> operational(
          Weight.of(2_159_000 + 569_424L * keys.size(), 0).readsWrites(0, keys.size()));
      case SystemCall.KillPrefix(Bytes prefix, long subkeys) -> operational(killPrefix(subkeys));
      case SystemCall.AuthorizeUpgrade c -> AUTHORIZE;
      case SystemCall.AuthorizeUpgradeWithoutChecks c -> AUTHORIZE;
      case SystemCall.ApplyAuthorizedUpgrade c ->
          operational(Weight.of(87_636_595_000L, 67_035).readsWrites(3, 3));
    };
  }

  private static DispatchInfo operational(Weight weight) {
    return new DispatchInfo(weight, DispatchClass.OPERATIONAL, true);
  }

  /** One more than the keys asked for, and a read and a write for each. */
  private static Weight killPrefix(long subkeys) {
    long count = Math.min(subkeys + 1, 0xffff_ffffL);
    return Weight.of(4_172_000 + count * (1_227_281 + 125_000_000L), 134 + 70 * count);
  }

  /**
   * Refuses with BadOrigin; {@code set_storage} with Corruption where a value does not fit its key; what
   * would change the code with FailedToExtractRuntimeVersion, {@code apply_authorized_upgrade} before that
   * with NothingAuthorized and Unauthorized.
   */
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
      case SystemCall.SetHeapPages(long pages) -> rootCalls.setHeapPages(origin, pages);
      case SystemCall.SetCode c -> rootCalls.setCode(origin);
      case SystemCall.SetCodeWithoutChecks c -> rootCalls.setCode(origin);
      case SystemCall.SetStorage c -> rootCalls.setStorage(origin, c);
      case SystemCall.KillStorage c -> rootCalls.killStorage(origin, c);
      case SystemCall.KillPrefix c -> rootCalls.killPrefix(origin, c);
      case SystemCall.AuthorizeUpgrade(Hash codeHash) ->
          rootCalls.authorize(origin, codeHash, true);
      case SystemCall.AuthorizeUpgradeWithoutChecks(Hash codeHash) ->
          rootCalls.authorize(origin, codeHash, false);
      case SystemCall.ApplyAuthorizedUpgrade(Bytes code) -> rootCalls.applyAuthorized(code);
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
    PostDispatch post = PostDispatch.of(outcome);
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
  public PalletDeclaration declaration(Codec<DispatchError> errors, RuntimeVersion version,
      int ss58Prefix, PerDispatchClass<Long> length) {
    return new PalletDeclaration(SystemCall.PALLET, SystemCall.PALLET, storage.items(),
        SystemCall.CODEC, SystemEvent.codec(errors), SystemError.SHAPE,
        List.of(Constant.of("BlockWeights", BlockWeights.CODEC, BlockWeights.TANGLE),
            Constant.of("BlockLength", BlockLength.CODEC, new BlockLength(length)),
            Constant.of("BlockHashCount", Codecs.U64, BLOCK_HASH_COUNT),
            Constant.of("DbWeight", DbWeight.CODEC, DbWeight.ROCKS_DB),
            Constant.of("Version", RuntimeVersionCodec.CODEC, version),
            Constant.of("SS58Prefix", Codecs.U16, ss58Prefix)));
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

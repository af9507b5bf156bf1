package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stash has bonded ({@code pallet_staking::StakingLedger}). Amounts are planck.
 *
 * @param stash whose planck they are
 * @param total active and unlocking together: so much is locked
 * @param active what nominates or validates
 * @param unlocking what leaves, in the order in which it was unbonded
 * @param claimed eras whose rewards were claimed before claims had pages
 */
public record StakingLedger(AccountId stash, Balance total, Balance active,
    List<Chunk> unlocking, List<Long> claimed) {

  /**
   * Planck on the way out ({@code UnlockChunk}).
   *
   * @param era first one in which they can be withdrawn, u32
   */
  public record Chunk(Balance value, long era) {
    static final Codec<Chunk> CODEC = Codecs.struct("pallet_staking::UnlockChunk",
        Fields.of(Chunk::new, field("value", Chunk::value, Balance.COMPACT, "Balance"),
            field("era", Chunk::era, Codecs.COMPACT_U32, "EraIndex")),
        Shape.param("Balance", Balance.CODEC.shape()));
  }

  /** Amounts are compact. */
  public static final Codec<StakingLedger> CODEC =
      Codecs.struct("pallet_staking::StakingLedger",
          Fields.of(StakingLedger::new,
              field("stash", StakingLedger::stash, AccountId.CODEC, "T::AccountId"),
              field("total", StakingLedger::total, Balance.COMPACT, "BalanceOf<T>"),
              field("active", StakingLedger::active, Balance.COMPACT, "BalanceOf<T>"),
              field("unlocking", StakingLedger::unlocking,
                  Codecs.boundedVec(Chunk.CODEC, StakingLimits.UNLOCKING_CHUNKS_MAX),
                  "BoundedVec<UnlockChunk<BalanceOf<T>>, T::MaxUnlockingChunks>"),
              field("legacy_claimed_rewards", StakingLedger::claimed,
                  Codecs.boundedVec(Codecs.U32, StakingLimits.HISTORY_ERAS),
                  "BoundedVec<EraIndex, T::HistoryDepth>")),
          Shape.skipped("T"));

  public StakingLedger {
    unlocking = List.copyOf(unlocking);
    claimed = List.copyOf(claimed);
  }

  /** A new bond, all of it active. */
  static StakingLedger of(AccountId stash, Balance stake) {
    return new StakingLedger(stash, stake, stake, List.of(), List.of());
  }

  /** The same with {@code extra} more active planck; the sums must fit. */
  StakingLedger bonded(Balance extra) {
    return new StakingLedger(stash, total.plus(extra), active.plus(extra), unlocking, claimed);
  }

  /** The same with {@code value} of the active planck leaving in {@code era}. */
  StakingLedger unbonded(Balance value, long era) {
    var chunks = new ArrayList<>(unlocking);
    if (!chunks.isEmpty() && chunks.getLast().era() == era) {
      Chunk last = chunks.removeLast();
      chunks.add(new Chunk(last.value().saturatingPlus(value), era));
    } else {
      chunks.add(new Chunk(value, era));
    }
    return new StakingLedger(stash, total, active.minus(value), chunks, claimed);
  }

  /** The same without {@code taken} of the active planck. */
  StakingLedger slashed(Balance taken) {
    return new StakingLedger(stash, total.minus(taken), active.minus(taken), unlocking, claimed);
  }

  /** The same without what can be withdrawn in {@code era} ({@code consolidate_unlocked}). */
  StakingLedger consolidated(long era) {
    Balance left = total;
    var chunks = new ArrayList<Chunk>();
    for (Chunk chunk : unlocking) {
      if (chunk.era() > era) {
        chunks.add(chunk);
      } else {
        left = left.saturatingMinus(chunk.value());
      }
    }
    return new StakingLedger(stash, left, active, chunks, claimed);
  }

  /** The same with up to {@code value} of what leaves active again, the latest first. */
  StakingLedger rebonded(Balance value) {
    var chunks = new ArrayList<>(unlocking);
    Balance back = Balance.ZERO;
    while (!chunks.isEmpty()) {
      Chunk last = chunks.removeLast();
      Balance wanted = value.minus(back);
      if (last.value().compareTo(wanted) <= 0) {
        back = back.plus(last.value());
      } else {
        chunks.add(new Chunk(last.value().minus(wanted), last.era()));
        back = value;
      }
      if (back.compareTo(value) >= 0) {
        break;
      }
    }
    return new StakingLedger(stash, total, active.plus(back), chunks, claimed);
  }
}

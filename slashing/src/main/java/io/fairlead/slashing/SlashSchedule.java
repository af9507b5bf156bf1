package io.fairlead.slashing;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.SlashBook;

/**
 * Which queued slashes a block tries, and how often: the strategies of rule {@code slashing.deferral}.
 */
public interface SlashSchedule {
  /**
   * Gives due slashes of {@code book} to {@code attempt}, which removes what it could take and tells
   * whether it could.
   *
   * @param round the current one, u32
   * @param block height of the block
   */
  void run(SlashBook book, long round, long block, Attempt attempt);

  /** Whether {@link #run} would try anything in round {@code round}: a hook that may be skipped else. */
  boolean hasDue(SlashBook book, long round);

  /** One try to take a slash. */
  @FunctionalInterface
  interface Attempt {
    /** Takes slash {@code index} of {@code round}; false where that is refused. */
    boolean take(long round, long index, UnappliedSlash slash);
  }

  /**
   * As deployed ({@code process_unapplied_slashes}): the slashes of round {@code current − 7} (of
   * round 0 up to round 7), ten tries a block in their order. What fails is tried again first, what
   * is left when the round ends stays for ever.
   */
  SlashSchedule EXACT_ROUND = new ExactRound();

  /**
   * Repaired: a slash is due from its round + 7 on until it is taken. The oldest go first, ten are
   * taken a block. What fails blocks nobody: see {@link HeldUntilDue}.
   */
  SlashSchedule HELD_UNTIL_DUE = new HeldUntilDue();

  /** The strategy of a rule. */
  static SlashSchedule of(Deferral deferral) {
    return switch (deferral) {
      case EXACT_ROUND -> EXACT_ROUND;
      case HELD_UNTIL_DUE -> HELD_UNTIL_DUE;
    };
  }
}

package io.fairlead.restaking;

import io.fairlead.restaking.wire.OperatorSnapshot;

/** What a new session does to restaking ({@code RoundChangeSessionManager}). */
public final class Rounds {
  private final RestakingStorage storage;

  /** Rounds of {@code storage}. */
  public Rounds(RestakingStorage storage) {
    this.storage = storage;
  }

  /**
   * {@code handle_round_change}: the round is the index of the session, and every operator, whatever
   * its status, is noted as it stands. Runs before the staking session starts; never refuses, no
   * event.
   *
   * @param round u32
   */
  public void handleRoundChange(long round) {
    storage.currentRound.put(round);
    storage.operators.forEachInAnyOrder((operator, record) -> storage.atStake.put(round, operator,
        new OperatorSnapshot(record.stake(), record.delegations())));
  }
}

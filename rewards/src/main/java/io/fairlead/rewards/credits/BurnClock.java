package io.fairlead.rewards.credits;

/** Rule {@code credits.burnClock}: what burning TNT does to the clock of the stake. */
public enum BurnClock {
  /** Starts it anew; what had accrued is lost. */
  RESTARTS,
  /** Nothing. */
  RUNS_ON
}

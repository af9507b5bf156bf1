package io.fairlead.twin.table;

/** Why somebody got something. */
public enum IncomeCause {
  /** {@code Rewards.RewardRecorded}: a payment of a service, still to be claimed. */
  SERVICE_RECORDED,
  /** {@code Rewards.OperatorRewardsClaimed}: what was recorded, paid out. */
  SERVICE_CLAIMED,
  /** {@code Rewards.RewardsClaimed}: the reward of a deposit. */
  VAULT_CLAIMED
}

package io.fairlead.restaking;

/** Rule {@code restaking.slashPending}: what a reported slash that is not taken yet does to stake that leaves. */
public enum SlashPending {
  /** Nothing: five rounds after its request stake is out of reach, seven after its report a slash is due. */
  LETS_GO,
  /** Stake bonded with the operator when the slash was reported stays until it is taken. */
  HOLDS
}

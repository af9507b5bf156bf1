package io.fairlead.restaking;

/** Rule {@code restaking.fullOperator}: what an operator with a full list of entries refuses. */
public enum FullOperator {
  /** Every delegation, also more of one that it has. */
  REFUSES_TOP_UPS,
  /** New entries only. */
  TAKES_TOP_UPS
}

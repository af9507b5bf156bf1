package io.fairlead.restaking.lst;

/** How the existential deposit of a reward account comes to be reserved. */
public enum DepositOrder {
  /** On chain: all of it is reserved before what lacks is fetched, which the account refuses. */
  RESERVED_FIRST,
  /** What lacks is fetched, then reserved; what is too much is unreserved, then paid out. */
  PULLED_FIRST
}

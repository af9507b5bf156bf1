package io.fairlead.twin.entity;

/** The types of entities; a code is part of each persistence id and never changes. */
public enum EntityType {
  /** The chain as a whole: one. */
  CHAIN("ch"),
  /** An account that bonded; key: the account, hexadecimal. */
  OPERATOR("op"),
  /** An account that deposited; key: the account, hexadecimal. */
  DELEGATOR("dl"),
  /** Key: its number. */
  BLUEPRINT("bp"),
  /** A request of a service; key: its number. */
  REQUEST("rq"),
  /** A service instance; key: its number. */
  SERVICE("sv"),
  /** 256 job calls; key: number of a call divided by 256. */
  JOB_PAGE("jb"),
  /** The slashes recorded in a round; key: the round. */
  SLASH_QUEUE("sq"),
  /** Rewards of an era; key: the era. */
  REWARD_ERA("er"),
  /** A reward vault; key: its number. */
  VAULT("vt");

  private final String code;

  EntityType(String code) {
    this.code = code;
  }

  /** Two letters. */
  public String code() {
    return code;
  }

  /** The type of a code; a code of none is a bug of the caller. */
  public static EntityType of(String code) {
    for (EntityType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type of entity " + code);
  }
}

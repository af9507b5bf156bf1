package io.fairlead.rewards;

import java.util.List;

/**
 * How vaults reckon: the switches of group {@code rewards} that concern them, in the order of
 * {@code docs/rules.md}.
 */
public record VaultRules(ApyLimit apyLimit, AssetEntry assetEntry, PotOfZero potOfZero,
    CapMeasure capMeasure, Base base, Nominated nominated, Locks locks, Ghosts ghosts, TopUp topUp,
    DecayRate decayRate,
    DecayReach decayReach, Share share, Year year, Claim claim) {

  /** Rule {@code rewards.apyLimit}: which yearly share a vault may promise. */
  public enum ApyLimit {
    /** Any, as {@code MaxApy} is configured and never looked at. */
    UNCHECKED,
    /** At most {@code MaxApy}; more is InvalidAPY. */
    CHECKED
  }

  /** Rule {@code rewards.assetEntry}: which vault an asset may enter. */
  public enum AssetEntry {
    /** Any number, where nobody can claim as long as no such vault is made. */
    ANY_NUMBER,
    /** One that has been made; another is VaultNotFound. */
    MADE_VAULT
  }

  /** Rule {@code rewards.potOfZero}: which account pays the rewards of vault 0. */
  public enum PotOfZero {
    /** The account of the pallet, out of which the income of services is paid too. */
    INCOME_ACCOUNT,
    /** One of its own. */
    OWN_ACCOUNT
  }

  /** Rule {@code rewards.capMeasure}: what is taken off a vault's deposit cap. */
  public enum CapMeasure {
    /** Its score: a deposit that is locked for six months takes the room of six. */
    SCORE,
    /** What is delegated to it. */
    DEPOSIT
  }

  /** Rule {@code rewards.base}: which amount earns. */
  public enum Base {
    /** The whole deposit, while the totals count what is delegated only. */
    WHOLE_DEPOSIT,
    /** The delegated part. */
    DELEGATED_PART
  }

  /** Rule {@code rewards.nominated}: whether restaked nominations count in the totals of TNT's vault. */
  public enum Nominated {
    /** They count, and earn nothing as no deposit stands behind them: everybody's share is thinner. */
    COUNTED_UNPAID,
    /** They do not. */
    NOT_COUNTED
  }

  /** Rule {@code rewards.locks}: how a locked amount counts. */
  public enum Locks {
    /** As a part of the deposit, and again with its multiplier. */
    COUNTED_TWICE,
    /** Once, with its multiplier; what earns and is not locked counts once too. */
    COUNTED_ONCE
  }

  /** Rule {@code rewards.ghosts}: what of a vault's score an undelegation takes. */
  public enum Ghosts {
    /** The amount without the multiplier with which it came: the rest stays for ever. */
    STAY,
    /** The amount with its multiplier; no score is left below or without deposits. */
    LEAVE
  }

  /** Rule {@code rewards.topUp}: from when a further delegation earns. */
  public enum TopUp {
    /** From the last claim, before it was there. */
    FROM_LAST_CLAIM,
    /** From now on: the clock moves so that amount times blocks stays what it was. */
    FROM_NOW
  }

  /** Rule {@code rewards.decayRate}: how a decay rate is read. */
  public enum DecayRate {
    /** Its parts per billion as percent, ten at most: every rate in use takes exactly 10 %. */
    PARTS_AS_PERCENT,
    /** As the share that it is, 10 % at most. */
    SHARE
  }

  /** Rule {@code rewards.decayReach}: which blocks a late claim loses by. */
  public enum DecayReach {
    /** All since the last claim, from one block to the next. */
    WHOLE_PERIOD,
    /** Those behind the start of decay alone. */
    LATE_BLOCKS
  }

  /** Rule {@code rewards.share}: how finely a depositor's share is reckoned. */
  public enum Share {
    /** In whole parts per billion of the vault: less is nothing. */
    BILLIONTHS,
    /** To the planck a block. */
    EXACT
  }

  /** Rule {@code rewards.year}: the blocks of a year as long as nobody has set them. */
  public enum Year {
    /** None: every claim is refused. */
    UNSET,
    /** Those of 365 days of blocks of 6 seconds. */
    OF_SIX_SECOND_BLOCKS
  }

  /** Rule {@code rewards.claim}: what a claim of one asset pays. */
  public enum Claim {
    /** That asset's reward; the clock of the vault's other assets starts anew unpaid. */
    ASKED_ASSET,
    /** The rewards of all assets of the vault. */
    WHOLE_VAULT
  }

  /** Bug for bug what runs on chain. */
  public static final VaultRules DEPLOYED = new VaultRules(ApyLimit.UNCHECKED,
      AssetEntry.ANY_NUMBER, PotOfZero.INCOME_ACCOUNT, CapMeasure.SCORE, Base.WHOLE_DEPOSIT,
      Nominated.COUNTED_UNPAID,
      Locks.COUNTED_TWICE, Ghosts.STAY, TopUp.FROM_LAST_CLAIM, DecayRate.PARTS_AS_PERCENT,
      DecayReach.WHOLE_PERIOD, Share.BILLIONTHS, Year.UNSET,
      Claim.ASKED_ASSET);

  /** Each flaw mended in the smallest way. */
  public static final VaultRules REPAIRED = new VaultRules(ApyLimit.CHECKED,
      AssetEntry.MADE_VAULT, PotOfZero.OWN_ACCOUNT, CapMeasure.DEPOSIT, Base.DELEGATED_PART,
      Nominated.NOT_COUNTED,
      Locks.COUNTED_ONCE, Ghosts.LEAVE, TopUp.FROM_NOW, DecayRate.SHARE, DecayReach.LATE_BLOCKS,
      Share.EXACT, Year.OF_SIX_SECOND_BLOCKS, Claim.WHOLE_VAULT);

  /** The values in the order of the switches. */
  public List<Enum<?>> values() {
    return List.of(apyLimit, assetEntry, potOfZero, capMeasure, base, nominated, locks, ghosts,
        topUp,
        decayRate, decayReach, share, year, claim);
  }
}

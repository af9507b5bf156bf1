package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.primitive.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of System and their reference counts ({@code frame_system}). An account lives while it
 * has a provider or a sufficient; its last provider cannot go while it has consumers.
 */
public final class Accounts {
  /** {@code MaxConsumers}: more consumers an account cannot have. */
  public static final int CONSUMERS_MAX = 16;

  private final StorageMap<AccountId, AccountInfo> accounts;
  private final Block block;

  /** The accounts in {@code storage}; events go to {@code block}. */
  public Accounts(SystemStorage storage, Block block) {
    this.accounts = storage.accounts;
    this.block = block;
  }

  /** The account; {@link AccountInfo#NONE} where there is none. */
  public AccountInfo get(AccountId who) {
    return accounts.get(who);
  }

  /** Whether a value is stored for {@code who}, if only a nonce. */
  public boolean contains(AccountId who) {
    return accounts.contains(who);
  }

  /** Writes an account as it is: money or nonce, with the reference counts that it has. */
  public void put(AccountId who, AccountInfo info) {
    accounts.put(who, info);
  }

  /**
   * Stores {@code data}; null stands for none. Where nothing lets the account live, it goes with
   * everything in it ({@code StoredMap::try_mutate_exists}).
   */
  public void storeData(AccountId who, @Nullable AccountData data) {
    AccountInfo info = get(who);
    if (info.isAlive()) {
      accounts.put(who, info.withData(data == null ? AccountData.NONE : data));
    } else {
      accounts.remove(who);
    }
  }

  /** One more provider ({@code inc_providers}); event NewAccount when it is the first of its kind. */
  public void incProviders(AccountId who) {
    AccountInfo info = get(who);
    if (info.isAlive()) {
      accounts.put(who, info.withProviders(info.providers() + 1));
    } else {
      block.deposit(new SystemEvent.NewAccount(who));
      accounts.put(who, info.withProviders(1));
    }
  }

  /**
   * One provider less ({@code dec_providers}); event KilledAccount when the account ends. The last
   * one of an account with consumers is refused with ConsumerRemaining.
   */
  public void decProviders(AccountId who) {
    AccountInfo info = accounts.orNull(who);
    if (info == null) {
      return;
    }
    long providers = Math.max(info.providers(), 1);
    if (providers == 1 && info.consumers() > 0) {
      throw DispatchError.Plain.CONSUMER_REMAINING.refusal();
    }
    if (providers == 1 && info.sufficients() == 0) {
      kill(who);
    } else {
      accounts.put(who, info.withProviders(providers - 1));
    }
  }

  /** One more sufficient ({@code inc_sufficients}); event NewAccount when it is the first. */
  public void incSufficients(AccountId who) {
    AccountInfo info = get(who);
    if (info.isAlive()) {
      accounts.put(who, info.withSufficients(info.sufficients() + 1));
    } else {
      block.deposit(new SystemEvent.NewAccount(who));
      accounts.put(who, info.withSufficients(1));
    }
  }

  /** One sufficient less ({@code dec_sufficients}); event KilledAccount when the account ends. */
  public void decSufficients(AccountId who) {
    AccountInfo info = accounts.orNull(who);
    if (info == null) {
      return;
    }
    long sufficients = Math.max(info.sufficients(), 1);
    if (sufficients == 1 && info.providers() == 0) {
      kill(who);
    } else {
      accounts.put(who, info.withSufficients(sufficients - 1));
    }
  }

  private void kill(AccountId who) {
    block.deposit(new SystemEvent.KilledAccount(who));
    accounts.remove(who);
  }

  /**
   * One more consumer ({@code inc_consumers}). Refuses with NoProviders without a provider, with
   * TooManyConsumers at {@link #CONSUMERS_MAX}.
   */
  public void incConsumers(AccountId who) {
    AccountInfo info = get(who);
    DispatchError refused = info.providers() == 0 ? DispatchError.Plain.NO_PROVIDERS
        : info.consumers() >= CONSUMERS_MAX ? DispatchError.Plain.TOO_MANY_CONSUMERS : null;
    if (refused != null) {
      throw refused.refusal();
    }
    accounts.put(who, info.withConsumers(info.consumers() + 1));
  }

  /** One more consumer beyond any limit; nothing without a provider. */
  public void incConsumersWithoutLimit(AccountId who) {
    AccountInfo info = get(who);
    if (info.providers() > 0) {
      accounts.put(who, info.withConsumers(info.consumers() + 1));
    }
  }

  /** One consumer less ({@code dec_consumers}); nothing when there is none. */
  public void decConsumers(AccountId who) {
    AccountInfo info = get(who);
    if (info.consumers() > 0) {
      accounts.put(who, info.withConsumers(info.consumers() - 1));
    }
  }

  /** Whether a provider of {@code info} may go ({@code can_dec_provider}). */
  public static boolean canDecProvider(AccountInfo info) {
    return info.consumers() == 0 || info.providers() > 1;
  }

  /** Whether one more consumer fits ({@code can_inc_consumer}). */
  public boolean canIncConsumer(AccountId who) {
    AccountInfo info = get(who);
    return info.providers() > 0 && info.consumers() < CONSUMERS_MAX;
  }

  /** Whether {@code count} more consumers fit, provider or not ({@code can_accrue_consumers}). */
  public boolean canAccrueConsumers(AccountId who, int count) {
    return get(who).consumers() + count <= CONSUMERS_MAX;
  }
}

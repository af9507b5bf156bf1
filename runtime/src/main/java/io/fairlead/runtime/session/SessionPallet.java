package io.fairlead.runtime.session;

import io.fairlead.runtime.session.SessionKeys.TypedKey;
import io.fairlead.runtime.session.SessionStorage.KeyOfType;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pallet Session ({@code pallet_session}). A session ends every so many blocks; the validators
 * stay, since nobody elects others.
 */
public final class SessionPallet implements Pallet<SessionCall> {
  private static final DispatchInfo SET_KEYS =
      DispatchInfo.normal(Weight.of(59_558_000, 17_759).readsWrites(8, 7));
  private static final DispatchInfo PURGE_KEYS =
      DispatchInfo.normal(Weight.of(42_476_000, 5_282).readsWrites(2, 7));

  private final SessionStorage storage;
  private final Block block;
  private final long period;
  private final RoundStart rounds;
  private final Accounts accounts;
  private final ValidatorIds validators;

  /**
   * The pallet over its items; validators are those of {@code validators}, and accounts of System.
   *
   * @param period length of a session in blocks, above zero
   * @param rounds told of each new session
   */
  public SessionPallet(SessionStorage storage, Block block, long period, RoundStart rounds,
      Accounts accounts, ValidatorIds validators) {
    this.accounts = accounts;
    this.validators = validators;
    this.storage = storage;
    this.block = block;
    this.period = period;
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return SessionStorage.PALLET;
  }

  @Override
  public DispatchInfo info(SessionCall call) {
    return switch (call) {
      case SessionCall.SetKeys c -> SET_KEYS;
      case SessionCall.PurgeKeys c -> PURGE_KEYS;
    };
  }

  /**
   * Refuses with BadOrigin; {@code set_keys} with NoAssociatedValidatorId, NoAccount (no consumer
   * more), DuplicatedKey; {@code purge_keys} with NoKeys.
   */
  @Override
  public PostDispatch dispatch(Origin origin, SessionCall call) {
    AccountId signer = origin.ensureSigned();
    switch (call) {
      case SessionCall.SetKeys(SessionKeys keys, Bytes proof) -> setKeys(signer, keys);
      case SessionCall.PurgeKeys purge -> purgeKeys(signer);
    }
    return PostDispatch.AS_DECLARED;
  }

  private void setKeys(AccountId account, SessionKeys keys) {
    AccountId who = validators.stashOf(account);
    if (who == null) {
      throw SessionError.NO_ASSOCIATED_VALIDATOR_ID.refusal();
    }
    Refusal.ensure(accounts.canIncConsumer(account), SessionError.NO_ACCOUNT);
    if (store(who, keys) == null) {
      accounts.incConsumers(account);
    }
  }

  /** {@code inner_set_keys}; the keys that {@code who} had. */
  private @Nullable SessionKeys store(AccountId who, SessionKeys keys) {
    SessionKeys old = storage.nextKeys.orNull(who);
    for (TypedKey key : keys.typed()) {
      AccountId owner = storage.keyOwner.orNull(of(key));
      Refusal.ensure(owner == null || owner.equals(who), SessionError.DUPLICATED_KEY);
    }
    if (old != null) {
      old.typed().forEach(key -> storage.keyOwner.remove(of(key)));
    }
    keys.typed().forEach(key -> storage.keyOwner.put(of(key), who));
    storage.nextKeys.put(who, keys);
    return old;
  }

  private void purgeKeys(AccountId account) {
    AccountId stash = validators.stashOf(account);
    AccountId who = stash == null ? account : stash;
    SessionKeys old = storage.nextKeys.orRefuse(who, SessionError.NO_KEYS);
    storage.nextKeys.remove(who);
    old.typed().forEach(key -> storage.keyOwner.remove(of(key)));
    accounts.decConsumers(account);
  }

  private static KeyOfType of(TypedKey key) {
    return new KeyOfType(key.type(), key.key());
  }

  /**
   * The session that runs before block 1, and its validators with their keys; each has a consumer, or
   * a provider where it has none ({@code GenesisConfig::build}).
   */
  public void genesis(long index, List<SessionStorage.Queued> initial) {
    storage.currentIndex.put(index);
    for (SessionStorage.Queued each : initial) {
      store(each.validator(), each.keys());
      if (accounts.get(each.validator()).providers() > 0) {
        accounts.incConsumersWithoutLimit(each.validator());
      } else {
        accounts.incProviders(each.validator());
      }
    }
    storage.validators.put(accountsOf(initial));
    storage.queuedKeys.put(initial);
  }

  /** The next block in which a session begins, after block {@code number}. */
  public long nextRotation(long number) {
    return (number / period + 1) * period;
  }

  /** Begins the next session in each block whose number the period divides. */
  @Override
  public void onInitialize(long number) {
    if (number % period == 0) {
      rotate();
    }
  }

  /** {@code rotate_session}; its session manager keeps the validators. */
  private void rotate() {
    boolean changed = storage.queuedChanged.get();
    List<SessionStorage.Queued> now = storage.queuedKeys.get();
    storage.validators.put(accountsOf(now));
    if (changed) {
      storage.disabledValidators.remove();
    }
    long index = storage.currentIndex.get() + 1;
    storage.currentIndex.put(index);
    rounds.startSession(index);
    queueNext(now);
    block.deposit(new SessionEvent.NewSession(index));
  }

  /** The same validators with the keys that they have set meanwhile; without keys they go. */
  private void queueNext(List<SessionStorage.Queued> now) {
    var next = new ArrayList<SessionStorage.Queued>(now.size());
    boolean changed = false;
    for (AccountId validator : storage.validators.get()) {
      SessionKeys keys = storage.nextKeys.orNull(validator);
      if (keys != null) {
        changed |= !now.get(next.size()).keys().equals(keys);
        next.add(new SessionStorage.Queued(validator, keys));
      }
    }
    storage.queuedKeys.put(List.copyOf(next));
    storage.queuedChanged.put(changed);
  }

  private static List<AccountId> accountsOf(List<SessionStorage.Queued> queued) {
    return queued.stream().map(SessionStorage.Queued::validator).toList();
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(SessionStorage.PALLET, SessionStorage.PALLET, storage.items(),
        SessionCall.codec(storage.keys()), SessionEvent.CODEC, SessionError.SHAPE, List.of());
  }
}

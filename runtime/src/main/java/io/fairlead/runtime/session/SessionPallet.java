package io.fairlead.runtime.session;

import io.fairlead.runtime.system.NoCall;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.List;

/**
 * The pallet Session ({@code pallet_session}). A session ends every so many blocks; the validators
 * stay, since nobody elects others. Without calls.
 */
public final class SessionPallet implements Pallet<NoCall> {
  private final SessionStorage storage;
  private final Block block;
  private final long period;
  private final RoundStart rounds;

  /**
   * The pallet over its items.
   *
   * @param period length of a session in blocks, above zero
   * @param rounds told of each new session
   */
  public SessionPallet(SessionStorage storage, Block block, long period, RoundStart rounds) {
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
  public DispatchInfo info(NoCall call) {
    throw new IllegalStateException("Session has no calls");
  }

  @Override
  public PostDispatch dispatch(Origin origin, NoCall call) {
    throw new IllegalStateException("Session has no calls");
  }

  /** The session that runs before block 1, and its validators with their keys. */
  public void genesis(long index, List<SessionStorage.Queued> validators) {
    storage.currentIndex.put(index);
    storage.validators.put(accountsOf(validators));
    storage.queuedKeys.put(validators);
    validators.forEach(v -> storage.nextKeys.put(v.validator(), v.keys()));
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
        null, SessionEvent.CODEC, SessionError.SHAPE, List.of());
  }
}

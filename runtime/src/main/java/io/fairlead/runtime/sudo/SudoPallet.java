package io.fairlead.runtime.sudo;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pallet Sudo ({@code pallet_sudo}). */
public final class SudoPallet implements Pallet<SudoCall> {
  private static final Weight SUDO = Weight.of(10_729_000, 1_517).readsWrites(1, 0);
  private static final Weight SUDO_AS = Weight.of(11_003_000, 1_517).readsWrites(1, 0);

  private static final DispatchInfo SET_KEY =
      DispatchInfo.normal(Weight.of(9_663_000, 1_517).readsWrites(1, 1));
  private static final DispatchInfo REMOVE_KEY =
      DispatchInfo.normal(Weight.of(9_127_000, 1_517).readsWrites(1, 1));

  private final SudoStorage storage;
  private final Block block;
  private final CallDispatcher calls;
  private final AccountLookup lookup;

  /** The pallet over its item; the calls inside its calls go to {@code calls}. */
  public SudoPallet(SudoStorage storage, Block block, CallDispatcher calls,
      AccountLookup lookup) {
    this.storage = storage;
    this.block = block;
    this.calls = calls;
    this.lookup = lookup;
  }

  @Override
  public String name() {
    return SudoCall.PALLET;
  }

  /** Weight of the call inside and of Sudo, class of the call inside; declared as paying. */
  @Override
  public DispatchInfo info(SudoCall call) {
    return switch (call) {
      case SudoCall.Sudo(Call inner) -> around(SUDO, inner);
      case SudoCall.SudoUncheckedWeight(Call inner, Weight weight) ->
          new DispatchInfo(weight, calls.info(inner).dispatchClass(), true);
      case SudoCall.SetKey c -> SET_KEY;
      case SudoCall.SudoAs(MultiAddress who, Call inner) -> around(SUDO_AS, inner);
      case SudoCall.RemoveKey c -> REMOVE_KEY;
    };
  }

  private DispatchInfo around(Weight own, Call inner) {
    DispatchInfo info = calls.info(inner);
    return new DispatchInfo(own.plus(info.weight()), info.dispatchClass(), true);
  }

  /**
   * Refuses with BadOrigin, RequireSudo, then {@code sudo_as} and {@code set_key} with CannotLookup. What the call
   * inside refuses is told by the event only; once the key is checked, there is no fee.
   */
  @Override
  public PostDispatch dispatch(Origin origin, SudoCall call) {
    ensureSudo(origin);
    switch (call) {
      case SudoCall.Sudo(Call inner) -> asRoot(inner);
      case SudoCall.SudoUncheckedWeight(Call inner, Weight weight) -> asRoot(inner);
      case SudoCall.SetKey(MultiAddress next) -> {
        AccountId account = lookup.lookup(next);
        block.deposit(new SudoEvent.KeyChanged(storage.key.orNull(), account));
        storage.key.put(account);
      }
      case SudoCall.SudoAs(MultiAddress who, Call inner) -> {
        AccountId account = lookup.lookup(who);
        block.deposit(new SudoEvent.SudoAsDone(
            errorOf(calls.dispatch(Origin.signed(account), inner))));
      }
      case SudoCall.RemoveKey remove -> {
        block.deposit(new SudoEvent.KeyRemoved());
        storage.key.remove();
      }
    }
    return PostDispatch.FREE;
  }

  private void asRoot(Call inner) {
    block.deposit(new SudoEvent.Sudid(errorOf(calls.dispatch(Origin.ROOT, inner))));
  }

  private void ensureSudo(Origin origin) {
    if (!origin.isRoot()) {
      AccountId signer = origin.ensureSigned();
      Refusal.ensure(signer.equals(storage.key.orNull()), SudoError.REQUIRE_SUDO);
    }
  }

  private static @Nullable DispatchError errorOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> null;
      case Outcome.Refused(DispatchError error, PostDispatch post) -> error;
    };
  }

  /** What metadata tells of the pallet; see the codecs of calls and events for the arguments. */
  public PalletDeclaration declaration(Codec<Call> runtimeCalls, Codec<DispatchError> errors) {
    return new PalletDeclaration(SudoCall.PALLET, SudoCall.PALLET, List.of(storage.key),
        SudoCall.codec(runtimeCalls), SudoEvent.codec(errors), SudoError.SHAPE, List.of());
  }
}

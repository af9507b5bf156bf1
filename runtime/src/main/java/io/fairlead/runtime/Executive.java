package io.fairlead.runtime;

import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.extensions.Admission;
import io.fairlead.runtime.extensions.NominatedRestaked;
import io.fairlead.runtime.system.BlockWeights;
import io.fairlead.runtime.system.DigestItem;
import io.fairlead.runtime.timestamp.TimestampPallet;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.function.Supplier;

/** Runs blocks and their extrinsics ({@code frame_executive}). */
final class Executive {
  /** What the start of a block weighs: the block itself and the hook that tells a weight. */
  private static final Weight HOOKS =
      BlockWeights.TANGLE.baseBlock().plus(TimestampPallet.ON_FINALIZE);

  private final Wiring wiring;
  private final Block block;
  private long extrinsicIndex;

  Executive(Wiring wiring) {
    this.wiring = wiring;
    this.block = wiring.block;
  }

  /** Starts block {@code number}: System's bookkeeping, then the hooks in the order of indices. */
  void initialize(long number, Hash parent, List<DigestItem> digest) {
    block.begin(number);
    extrinsicIndex = 0;
    wiring.system.initialize(number, parent, digest);
    for (Pallet<?> pallet : wiring.pallets) {
      pallet.onInitialize(number);
    }
    wiring.system.registerExtraWeight(HOOKS, DispatchClass.MANDATORY);
    block.enter(new Phase.ApplyExtrinsic(0));
  }

  /**
   * Runs the call of an extrinsic that {@code signer} signed. What cannot be included changes nothing
   * and uses no index.
   *
   * @param bytes length of the extrinsic, its length prefix included
   */
  Dispatched signed(AccountId signer, SignedExtra extra, Call call, long bytes) {
    DispatchInfo info = wiring.dispatcher.info(call);
    return include(() -> {
      Admission admission = wiring.extensions.preDispatch(signer, extra, info, bytes);
      return switch (admission) {
        case Admission.Refused(Validity.Unfit reason) -> new Dispatched.NotIncluded(reason);
        case Admission.Admitted(var withdrawn) -> {
          if (!wiring.nominatedRestaked.passes(signer, call)) {
            yield new Dispatched.NotIncluded(NominatedRestaked.RESTAKED);
          }
          Outcome outcome = wiring.dispatcher.dispatch(Origin.signed(signer), call);
          wiring.extensions.postDispatch(signer, extra, info, PostDispatch.of(outcome), bytes,
              withdrawn);
          wiring.system.noteAppliedExtrinsic(outcome, info);
          yield new Dispatched.Included(outcome);
        }
      };
    });
  }

  /** Runs the call of an extrinsic without a signature: origin none, no fee. */
  Dispatched bare(Call call, long bytes) {
    DispatchInfo info = wiring.dispatcher.info(call);
    return include(() -> {
      if (!wiring.blockUse.admit(info, bytes)) {
        return new Dispatched.NotIncluded(
            new Validity.Invalid(Validity.Kind.EXHAUSTS_RESOURCES));
      }
      Outcome outcome = wiring.dispatcher.dispatch(Origin.NONE, call);
      if (!outcome.isDone() && info.dispatchClass() == DispatchClass.MANDATORY) {
        return new Dispatched.NotIncluded(new Validity.Invalid(Validity.Kind.BAD_MANDATORY));
      }
      wiring.blockUse.giveBack(info, PostDispatch.of(outcome));
      wiring.system.noteAppliedExtrinsic(outcome, info);
      return new Dispatched.Included(outcome);
    });
  }

  private Dispatched include(Supplier<Dispatched> body) {
    try {
      Dispatched done = block.keptIf(result -> result instanceof Dispatched.Included, body);
      if (done instanceof Dispatched.Included) {
        extrinsicIndex++;
        block.enter(new Phase.ApplyExtrinsic(extrinsicIndex));
      }
      return done;
    } catch (ChainPanic panic) {
      return new Dispatched.Panicked(panic.reason());
    }
  }

  /** Ends the block: the hooks at its end in the order of indices, then System's bookkeeping. */
  void finish() {
    block.enter(Phase.FINALIZATION);
    for (Pallet<?> pallet : wiring.pallets) {
      pallet.onFinalize(block.number());
    }
    wiring.system.finish();
  }
}

package io.fairlead.runtime.utility;

import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Output;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pallet Utility ({@code pallet_utility}). The calls inside run in transactions of their own; Root
 * passes the call filter, all others stay under that of their origin.
 */
public final class UtilityPallet implements Pallet<UtilityCall> {
  /** Most calls of one batch ({@code batched_calls_limit}). */
  public static final int CALLS_MAX = 10_922;

  private static final Event ITEM_COMPLETED = new UtilityEvent.ItemCompleted();
  private static final Event COMPLETED = new UtilityEvent.BatchCompleted();
  private static final Event COMPLETED_WITH_ERRORS =
      new UtilityEvent.BatchCompletedWithErrors();
  private static final byte[] DERIVED = "modlpy/utilisuba".getBytes(StandardCharsets.US_ASCII);

  /** With the read and write of the account of the call inside. */
  private static final Weight AS_DERIVATIVE =
      Weight.of(9_639_000, 3_997).readsWrites(2, 0).readsWrites(1, 1);
  private static final Weight DISPATCH_AS = Weight.of(7_452_000, 0);

  private final Block block;
  private final CallDispatcher calls;

  /** The pallet; the calls inside its calls go to {@code calls}. */
  public UtilityPallet(Block block, CallDispatcher calls) {
    this.block = block;
    this.calls = calls;
  }

  @Override
  public String name() {
    return UtilityCall.PALLET;
  }

  // --- weights ---

  /** Weight of the calls inside and of Utility itself. Declared as paying. */
  @Override
  public DispatchInfo info(UtilityCall call) {
    return switch (call) {
      case UtilityCall.Batch(List<Call> inner) -> ofAll(inner, batch(inner.size()));
      case UtilityCall.BatchAll(List<Call> inner) -> ofAll(inner, batchAll(inner.size()));
      case UtilityCall.ForceBatch(List<Call> inner) -> ofAll(inner, forceBatch(inner.size()));
      case UtilityCall.AsDerivative(int index, Call inner) -> around(AS_DERIVATIVE, inner);
      case UtilityCall.DispatchAs(Origin origin, Call inner) -> around(DISPATCH_AS, inner);
      case UtilityCall.WithWeight(Call inner, Weight weight) ->
          new DispatchInfo(weight, calls.info(inner).dispatchClass(), true);
    };
  }

  private DispatchInfo around(Weight own, Call inner) {
    DispatchInfo info = calls.info(inner);
    return new DispatchInfo(own.plus(info.weight()), info.dispatchClass(), true);
  }

  /** Operational where all calls inside are; so is a batch of none. */
  private DispatchInfo ofAll(List<Call> inner, Weight own) {
    Weight sum = Weight.ZERO;
    boolean operational = true;
    for (Call call : inner) {
      DispatchInfo info = calls.info(call);
      sum = sum.plus(info.weight());
      operational &= info.dispatchClass() == DispatchClass.OPERATIONAL;
    }
    return new DispatchInfo(sum.plus(own),
        operational ? DispatchClass.OPERATIONAL : DispatchClass.NORMAL, true);
  }

  private static Weight batch(int count) {
    return Weight.of(2_694_370 + 5_005_941L * count, 3_997).readsWrites(2, 0);
  }

  private static Weight batchAll(int count) {
    return Weight.of(12_948_874 + 5_162_821L * count, 3_997).readsWrites(2, 0);
  }

  private static Weight forceBatch(int count) {
    return Weight.of(4_879_712 + 4_955_816L * count, 3_997).readsWrites(2, 0);
  }

  // --- calls ---

  /**
   * Refuses with BadOrigin, then TooManyCalls. What a call inside refuses is told by events, or, in
   * {@code as_derivative}, {@code batch_all} and {@code with_weight}, refuses the whole.
   */
  @Override
  public PostDispatch dispatch(Origin origin, UtilityCall call) {
    return switch (call) {
      case UtilityCall.Batch(List<Call> inner) -> batch(origin, inner);
      case UtilityCall.BatchAll(List<Call> inner) -> batchAll(origin, inner);
      case UtilityCall.ForceBatch(List<Call> inner) -> forceBatch(origin, inner);
      case UtilityCall.AsDerivative(int index, Call inner) -> asDerivative(origin, index, inner);
      case UtilityCall.DispatchAs(Origin as, Call inner) -> dispatchAs(origin, as, inner);
      case UtilityCall.WithWeight(Call inner, Weight weight) -> withWeight(origin, inner);
    };
  }

  private PostDispatch batch(Origin origin, List<Call> inner) {
    ensureBatch(origin, inner);
    Weight used = Weight.ZERO;
    for (int i = 0; i < inner.size(); i++) {
      Call call = inner.get(i);
      Outcome outcome = run(origin, call);
      used = used.plus(weightOf(call, outcome));
      if (outcome instanceof Outcome.Refused(DispatchError error, var post)) {
        block.deposit(new UtilityEvent.BatchInterrupted(i, error));
        return weighing(batch(i + 1).plus(used));
      }
      block.deposit(ITEM_COMPLETED);
    }
    block.deposit(COMPLETED);
    return weighing(batch(inner.size()).plus(used));
  }

  private PostDispatch batchAll(Origin origin, List<Call> inner) {
    ensureBatch(origin, inner);
    Origin filtered = origin.isRoot() ? origin
        : new Origin.Filtered(origin, call -> !(call instanceof UtilityCall.BatchAll));
    Weight used = Weight.ZERO;
    for (int i = 0; i < inner.size(); i++) {
      Call call = inner.get(i);
      Outcome outcome = run(filtered, call);
      used = used.plus(weightOf(call, outcome));
      if (outcome instanceof Outcome.Refused(DispatchError error, var post)) {
        throw new Refusal(error, weighing(batchAll(i + 1).plus(used)));
      }
      block.deposit(ITEM_COMPLETED);
    }
    block.deposit(COMPLETED);
    return weighing(batchAll(inner.size()).plus(used));
  }

  /** Afterwards it weighs as {@code batch} does, as on the chain. */
  private PostDispatch forceBatch(Origin origin, List<Call> inner) {
    ensureBatch(origin, inner);
    Weight used = Weight.ZERO;
    boolean allDone = true;
    for (Call call : inner) {
      Outcome outcome = run(origin, call);
      used = used.plus(weightOf(call, outcome));
      allDone &= outcome.isDone();
      block.deposit(outcome instanceof Outcome.Refused(DispatchError error, var post)
          ? new UtilityEvent.ItemFailed(error) : ITEM_COMPLETED);
    }
    block.deposit(allDone ? COMPLETED : COMPLETED_WITH_ERRORS);
    return weighing(batch(inner.size()).plus(used));
  }

  private PostDispatch asDerivative(Origin origin, int index, Call inner) {
    AccountId derived = derivative(origin.ensureSigned(), index);
    Outcome outcome =
        calls.dispatchFiltered(origin.withCaller(Origin.signed(derived)), inner);
    PostDispatch post = weighing(AS_DERIVATIVE.plus(weightOf(inner, outcome)));
    if (outcome instanceof Outcome.Refused(DispatchError error, var ignored)) {
      throw new Refusal(error, post);
    }
    return post;
  }

  private PostDispatch dispatchAs(Origin origin, Origin as, Call inner) {
    origin.ensureRoot();
    Outcome outcome = calls.dispatch(as, inner);
    block.deposit(new UtilityEvent.DispatchedAs(
        outcome instanceof Outcome.Refused(DispatchError error, var post) ? error : null));
    return PostDispatch.AS_DECLARED;
  }

  private PostDispatch withWeight(Origin origin, Call inner) {
    origin.ensureRoot();
    if (calls.dispatch(Origin.ROOT,
        inner) instanceof Outcome.Refused(DispatchError error, var post)) {
      throw error.refusal();
    }
    return PostDispatch.AS_DECLARED;
  }

  /** The account of {@code who} with that number ({@code derivative_account_id}). */
  public static AccountId derivative(AccountId who, int index) {
    var out = new Output(64);
    out.raw(DERIVED);
    out.raw(who.bytes());
    out.u16(index);
    return AccountId.of(Blake2b.hash256(out.toBytes()));
  }

  private static void ensureBatch(Origin origin, List<Call> inner) {
    Refusal.ensure(!(origin.caller() instanceof Origin.None), DispatchError.BAD_ORIGIN);
    Refusal.ensure(inner.size() <= CALLS_MAX, UtilityError.TOO_MANY_CALLS);
  }

  private Outcome run(Origin origin, Call call) {
    return origin.isRoot() ? calls.dispatch(origin, call) : calls.dispatchFiltered(origin, call);
  }

  private Weight weightOf(Call call, Outcome outcome) {
    return SystemPallet.actualWeight(calls.info(call), PostDispatch.of(outcome));
  }

  private static PostDispatch weighing(Weight weight) {
    return new PostDispatch(weight, true);
  }

  /** What metadata tells of the pallet; see the codecs of calls and events for the arguments. */
  public static PalletDeclaration declaration(Codec<Call> runtimeCalls, Codec<Origin> origins,
      Codec<DispatchError> errors) {
    return new PalletDeclaration(UtilityCall.PALLET, null, List.of(),
        UtilityCall.codec(runtimeCalls, origins), UtilityEvent.codec(errors), UtilityError.SHAPE,
        List.of(Constant.of("batched_calls_limit", Codecs.U32, (long) CALLS_MAX)));
  }
}

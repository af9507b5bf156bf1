package io.fairlead.runtime.utility;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Utility. */
public sealed interface UtilityCall extends Call {
  /** Name of the pallet. It has no storage. */
  String PALLET = "Utility";

  /** Calls one after another; the first that is refused ends the batch. */
  record Batch(List<Call> calls) implements UtilityCall {
    public Batch {
      calls = List.copyOf(calls);
    }
  }

  /** A call of the account that the signer and {@code index} (u16) give. */
  record AsDerivative(int index, Call call) implements UtilityCall {}

  /** Calls one after another; when one is refused, none has happened. */
  record BatchAll(List<Call> calls) implements UtilityCall {
    public BatchAll {
      calls = List.copyOf(calls);
    }
  }

  /** A call of any origin, by Root. */
  record DispatchAs(Origin asOrigin, Call call) implements UtilityCall {}

  /** Calls one after another, whatever becomes of each. */
  record ForceBatch(List<Call> calls) implements UtilityCall {
    public ForceBatch {
      calls = List.copyOf(calls);
    }
  }

  /** A call of Root that counts as {@code weight}. */
  record WithWeight(Call call, Weight weight) implements UtilityCall {}

  /**
   * One byte of index, then the arguments.
   *
   * @param calls the call enum of the runtime, made lazily because it contains this one
   * @param origins the origins of the runtime
   */
  static EnumCodec<UtilityCall> codec(Codec<Call> calls, Codec<Origin> origins) {
    Codec<List<Call>> list = Codecs.list(calls);
    String listed = "Vec<<T as Config>::RuntimeCall>";
    String boxed = "Box<<T as Config>::RuntimeCall>";
    return Codecs.enumOf("pallet_utility::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "batch", Batch.class,
            Fields.of(Batch::new, field("calls", Batch::calls, list, listed))),
        variant(1, "as_derivative", AsDerivative.class,
            Fields.of(AsDerivative::new,
                field("index", AsDerivative::index, Codecs.U16, "u16"),
                field("call", AsDerivative::call, calls, boxed))),
        variant(2, "batch_all", BatchAll.class,
            Fields.of(BatchAll::new, field("calls", BatchAll::calls, list, listed))),
        variant(3, "dispatch_as", DispatchAs.class,
            Fields.of(DispatchAs::new,
                field("as_origin", DispatchAs::asOrigin, origins, "Box<T::PalletsOrigin>"),
                field("call", DispatchAs::call, calls, boxed))),
        variant(4, "force_batch", ForceBatch.class,
            Fields.of(ForceBatch::new, field("calls", ForceBatch::calls, list, listed))),
        variant(5, "with_weight", WithWeight.class,
            Fields.of(WithWeight::new, field("call", WithWeight::call, calls, boxed),
                field("weight", WithWeight::weight, Weight.CODEC, "Weight"))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

package io.fairlead.cli.conformance;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runtime under judgement, in the composition in which the traces were recorded. */
interface Machine {
  /** Its state. */
  Store store();

  /** The call that {@code bytes} encode; empty when a pallet or call in it is absent here. */
  Optional<Call> decode(Bytes bytes);

  /** What {@code call} declares before it runs. */
  DispatchInfo info(Call call);

  /**
   * Starts block {@code n}: System's bookkeeping, with {@code era} and {@code round} their start,
   * every pallet's {@code on_initialize}, then the timestamp inherent.
   */
  void begin(long n, long now, @Nullable Long round, @Nullable Long era,
      RecordedContracts contracts);

  /** Runs {@code call} as extrinsic {@code index} in a storage layer, without fee or nonce. */
  Ran dispatch(long index, Origin origin, Call call, RecordedContracts contracts);

  /**
   * Runs a pallet function that no extrinsic reaches, in a storage layer of its own; empty where it
   * is absent here.
   *
   * @param function as recorded, with the names of its arguments
   */
  Optional<Ran> direct(String function, List<String> args, RecordedContracts contracts);

  /** What comes next belongs to extrinsic {@code index}, whoever ran those before it. */
  void expect(long index);

  /** Ends the block: {@code on_finalize} of all pallets. */
  void end(long n);

  /** SCALE of the event records added since the block began, from {@code first} on. */
  List<Bytes> events(int first);

  /** Number of event records since the block began. */
  int eventCount();

  /** How a call ended. */
  sealed interface Ran {
    /** It ran to its end. */
    record Done(PostDispatch post) implements Ran {}

    /** It refused: SCALE of the DispatchError, its name. */
    record Refused(Bytes error, String name, PostDispatch post) implements Ran {}

    /** The chain would panic. */
    record Panicked(String reason) implements Ran {}
  }
}

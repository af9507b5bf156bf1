package io.fairlead.cli.conformance;

import io.fairlead.runtime.OpaqueEvent;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.TraceRuntime;
import io.fairlead.runtime.managers.Contracts;
import io.fairlead.runtime.managers.EvmError;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Our pallets as a machine that replays traces; contracts answer from the record. */
final class PalletMachine implements Machine {
  private final TraceRuntime runtime;
  private RecordedContracts contracts = new RecordedContracts(List.of());

  PalletMachine(Rules rules) {
    runtime = new TraceRuntime(Profile.TANGLE_TESTNET, rules,
        (store, block) -> (from, to, input, value, gas) -> answer(store, block,
            new Step.ContractCall(from, to, input, value.toBigInteger(), gas, true, false,
                new Step.Answer.Refused(""), new TreeMap<>(), List.of())));
  }

  private Contracts.Answer answer(Store store, Block block, Step.ContractCall request) {
    Step.ContractCall recorded = contracts.take(request);
    if (recorded == null) {
      return new Contracts.Answer.Ran(Contracts.Exit.FAILED, Bytes.EMPTY);
    }
    write(store, recorded.diff());
    recorded.events().forEach(event -> block.deposit(new OpaqueEvent(withoutFrame(event))));
    return switch (recorded.answer()) {
      case Step.Answer.Refused(String error) -> new Contracts.Answer.Refused(refusal(error));
      case Step.Answer.Ran(String exit, Bytes output, String gasUsed) ->
          new Contracts.Answer.Ran(exitOf(exit), output);
    };
  }

  private static Contracts.Exit exitOf(String exit) {
    return exit.startsWith("Succeed") ? Contracts.Exit.SUCCEEDED
        : exit.startsWith("Revert") ? Contracts.Exit.REVERTED : Contracts.Exit.FAILED;
  }

  private static DispatchError refusal(String name) {
    return Arrays.stream(EvmError.values()).filter(error -> error.chainName().equals(name))
        .findFirst().<DispatchError>map(DispatchError.Module::new)
        .orElseThrow(() -> new IllegalArgumentException("unknown error of the runner: " + name));
  }

  /** The event in a record whose phase is an extrinsic or two bytes less, without topics. */
  private static Bytes withoutFrame(Bytes record) {
    int phase = record.at(0) == 0 ? 5 : 1;
    return Bytes.of(Arrays.copyOfRange(record.array(), phase, record.size() - 1));
  }

  private static void write(Store store, SortedMap<Bytes, Step.Written> diff) {
    diff.forEach((key, written) -> store.writeRaw(key.array(),
        written.value() == null ? null : written.value().array()));
  }

  @Override
  public Store store() {
    return runtime.store();
  }

  @Override
  public Optional<Call> decode(Bytes bytes) {
    return runtime.decode(bytes);
  }

  @Override
  public DispatchInfo info(Call call) {
    return runtime.info(call);
  }

  @Override
  public void begin(long n, long now, @Nullable Long round, @Nullable Long era,
      RecordedContracts recorded) {
    contracts = recorded;
    runtime.begin(n, now, round, era);
  }

  @Override
  public Ran dispatch(long index, Origin origin, Call call, RecordedContracts recorded) {
    contracts = recorded;
    return ran(runtime.dispatch(index, origin, call));
  }

  @Override
  public Optional<Ran> direct(String function, List<String> args, RecordedContracts recorded) {
    contracts = recorded;
    return runtime.direct(function, args).map(this::ran);
  }

  private Ran ran(TraceRuntime.Ran ran) {
    return switch (ran) {
      case TraceRuntime.Ran.Panicked(String reason) -> new Ran.Panicked(reason);
      case TraceRuntime.Ran.Ended(Outcome.Done(PostDispatch post)) -> new Ran.Done(post);
      case TraceRuntime.Ran.Ended(Outcome.Refused(DispatchError error, PostDispatch post)) ->
          new Ran.Refused(Bytes.wrap(runtime.types().errors().encode(error)), error.toString(),
              post);
    };
  }

  @Override
  public void expect(long index) {
    runtime.expect(index);
  }

  @Override
  public void end(long n) {
    runtime.end(n);
  }

  @Override
  public List<Bytes> events(int first) {
    List<EventRecord> all = runtime.events();
    var encoded = new ArrayList<Bytes>();
    for (EventRecord record : all.subList(first, all.size())) {
      var out = new Output(64);
      Phase.CODEC.write(record.phase(), out);
      runtime.types().events().write(record.event(), out);
      out.u8(0);
      encoded.add(Bytes.wrap(out.toBytes()));
    }
    return encoded;
  }

  @Override
  public int eventCount() {
    return runtime.events().size();
  }
}

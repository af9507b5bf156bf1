package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.services.JobPaymentProcess;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The composition in which the recorded traces of the chain's own pallets were made: no session
 * rotation, no fees, nonces or extensions. Rounds change where a trace says so, contracts answer from
 * the record.
 */
public final class TraceRuntime {
  private final Wiring wiring;

  /** Our pallets under {@code rules}, with contracts of the caller's. */
  public TraceRuntime(Profile profile, Rules rules, Wiring.ContractsOf contracts) {
    wiring = new Wiring(new RuntimeTypes(profile), rules, contracts);
  }

  /** The state. */
  public Store store() {
    return wiring.store;
  }

  /** The call that {@code bytes} encode; empty when a pallet or call in it is absent. */
  public Optional<Call> decode(Bytes bytes) {
    return wiring.types.calls().decode(bytes.array()) instanceof Decoded.Value<Call>(Call call)
        ? Optional.of(call) : Optional.empty();
  }

  /** What {@code call} declares before it runs. */
  public DispatchInfo info(Call call) {
    return wiring.dispatcher.info(call);
  }

  /**
   * Starts block {@code number}: System's bookkeeping, the start of {@code era} and of {@code round}
   * where there are such, every pallet's {@code on_initialize}, then {@code Timestamp.set} as
   * extrinsic 0.
   *
   * @param now Unix milliseconds
   */
  public void begin(long number, long now, @Nullable Long round, @Nullable Long era) {
    wiring.block.begin(number);
    wiring.system.initialize(number, Hash.ZERO, List.of());
    if (era != null) {
      wiring.stakingItems.enter(era, now);
    }
    if (round != null) {
      wiring.rounds.handleRoundChange(round);
    }
    for (Pallet<?> pallet : wiring.pallets) {
      if (isRecorded(pallet)) {
        pallet.onInitialize(number);
      }
    }
    wiring.block.enter(new Phase.ApplyExtrinsic(0));
    Outcome set = wiring.dispatcher.dispatch(Origin.NONE, new TimestampCall.Set(now));
    if (!set.isDone()) {
      throw new IllegalStateException("block " + number + ": the timestamp was refused: " + set);
    }
    expect(1);
  }

  private boolean isRecorded(Pallet<?> pallet) {
    return !pallet.name().equals(wiring.session.name())
        && !pallet.name().equals(wiring.payment.name());
  }

  /** How a call ended. */
  public sealed interface Ran {
    /** It ran to its end or was refused. */
    record Ended(Outcome outcome) implements Ran {}

    /** The chain would panic; nothing changed. */
    record Panicked(String reason) implements Ran {}
  }

  /** Runs {@code call} as extrinsic {@code index} in a storage layer of its own. */
  public Ran dispatch(long index, Origin origin, Call call) {
    wiring.block.enter(new Phase.ApplyExtrinsic(index));
    try {
      return new Ran.Ended(wiring.dispatcher.dispatch(origin, call));
    } catch (ChainPanic panic) {
      return new Ran.Panicked(String.valueOf(panic.getMessage()));
    }
  }

  /**
   * Runs a pallet function that no extrinsic reaches, in a storage layer of its own; empty where it
   * is absent.
   *
   * @param function path, name and names of the arguments, as the traces have it
   * @param args numbers in decimal, bytes in hex
   */
  public Optional<Ran> direct(String function, List<String> args) {
    JobPaymentProcess payments = wiring.money.process();
    return switch (function.substring(0, function.indexOf('('))) {
      case "Services::process_job_payment" -> Optional.of(ended(() -> payments.process(
          number(args, 0), Math.toIntExact(number(args, 1)), number(args, 2),
          AccountId.hex(args.get(3)), number(args, 4))));
      case "Services::process_job_event_driven_payment" -> Optional.of(ended(
          () -> payments.eventDriven(
              new JobPayment(number(args, 0), Math.toIntExact(number(args, 1)), number(args, 2),
                  AccountId.hex(args.get(4)), Asset.NATIVE, Balance.parse(args.get(5))),
              AccountId.hex(args.get(3)), number(args, 6))));
      default -> Optional.empty();
    };
  }

  private Ran ended(Runnable body) {
    return new Ran.Ended(wiring.block.attemptTransactional(body));
  }

  private static long number(List<String> args, int index) {
    return Long.parseUnsignedLong(args.get(index));
  }

  /** What comes next belongs to extrinsic {@code index}. */
  public void expect(long index) {
    wiring.block.enter(new Phase.ApplyExtrinsic(index));
  }

  /** Ends the block: {@code on_finalize} of all pallets. */
  public void end(long number) {
    wiring.block.enter(Phase.FINALIZATION);
    for (Pallet<?> pallet : wiring.pallets) {
      if (isRecorded(pallet)) {
        pallet.onFinalize(number);
      }
    }
  }

  /** The event records of the block so far. */
  public List<EventRecord> events() {
    return wiring.block.events();
  }

  /** The outer types, for encoding events and errors. */
  public RuntimeTypes types() {
    return wiring.types;
  }
}

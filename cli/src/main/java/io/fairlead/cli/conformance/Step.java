package io.fairlead.cli.conformance;

import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One line of a trace file behind its genesis. */
sealed interface Step {

  /** Back to genesis; a new trace begins. */
  record Trace(String name, String variant) implements Step {}

  /**
   * Start of block {@code n} at {@code now} (Unix milliseconds), with a new round and a new era if
   * they are there.
   */
  record Init(long n, long now, @Nullable Long round, @Nullable Long era,
      Recorded recorded) implements Step {}

  /** Extrinsic {@code index} of block {@code n}. */
  record Call(long n, long index, String name, Origin origin, Bytes call, Declared declared,
      Result result, boolean pays, Recorded recorded) implements Step {}

  /**
   * A pallet function that no extrinsic reaches, in a storage layer of its own.
   *
   * @param function path, name and names of the arguments, such as {@code Services::f(a, b)}
   * @param args as texts: numbers in decimal, bytes in hex
   */
  record Direct(long n, String function, List<String> args, Result result,
      Recorded recorded) implements Step {
    /** The function without the names of its arguments. */
    String path() {
      int end = function.indexOf('(');
      return end < 0 ? function : function.substring(0, end);
    }
  }

  /** Storage written from outside. */
  record Poke(String what, SortedMap<Bytes, Written> diff) implements Step {}

  /** End of block {@code n}. */
  record Final(long n, Recorded recorded) implements Step {}

  /** A new value; null: removed. */
  record Written(@Nullable Bytes value) {}

  /** What a step left behind: changed keys, added event records, contract calls on the way. */
  record Recorded(SortedMap<Bytes, Written> diff, List<Bytes> events,
      List<ContractCall> contracts) {}

  /** Weight and class before dispatch, weight after it; all null where the chain panicked. */
  record Declared(@Nullable Weight weight, @Nullable DispatchClass dispatchClass,
      @Nullable Weight actual) {}

  /** How a call ended. */
  sealed interface Result {
    /** Done. */
    record Ok() implements Result {}

    /** Refused: SCALE of the DispatchError and its name. */
    record Err(Bytes error, String name) implements Result {}

    /** The chain's code panicked. */
    record Panic(String reason) implements Result {}
  }

  /** A call of a contract: seven request fields, and what came of it. */
  record ContractCall(EvmAddress from, EvmAddress to, Bytes input, BigInteger value, long gas,
      boolean isTransactional, boolean validate, Answer answer, SortedMap<Bytes, Written> diff,
      List<Bytes> events) {}

  /** What a contract call answered. */
  sealed interface Answer {
    /** It ran: exit reason such as {@code Succeed(Returned)}, output, gas used. */
    record Ran(String exit, Bytes output, String gasUsed) implements Answer {}

    /** The runner refused: name of the EVM pallet's error. */
    record Refused(String error) implements Answer {}
  }
}

package io.fairlead.twin.fact;

import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a finalized block says. Inside a block: marks, then the events of its hooks at the
 * start, then of each extrinsic its calls (outer first) and events, then the events of its end, then
 * changes in the order of their keys.
 */
public sealed interface Fact {

  /** Where it stands. */
  FactId id();

  /** A mark of time. */
  record Mark(FactId id, MarkKind kind, long value) implements Fact {}

  /**
   * A call that reached a followed pallet, refused ones too.
   *
   * @param extrinsic in the block
   * @param path through the calls around it: the place in each; empty for the extrinsic's own call
   * @param signer of the extrinsic; for a call with another origin that origin's account
   * @param call what was called
   * @param fee in planck that the signer paid for the extrinsic, told with its own call only
   */
  record Call(FactId id, int extrinsic, List<Integer> path, AccountId signer,
      Known<io.fairlead.substrate.pallet.Call> call, Outcome outcome, Optional<Balance> fee)
      implements Fact {
    public Call {
      path = List.copyOf(path);
    }
  }

  /**
   * An event of a followed pallet, or one of money moved by an extrinsic that reached one.
   *
   * @param concerned accounts that it touches without naming them, as the state after the block says:
   *     members of the service, delegators of the operator
   * @param blueprint of the service that a job call or its result is about; -1 of any other event
   */
  record Event(FactId id, Phase phase, Known<io.fairlead.substrate.pallet.Event> event,
      List<AccountId> concerned, long blueprint) implements Fact {
    /** Of no blueprint that is not named. */
    public static final long NO_BLUEPRINT = -1;

    public Event {
      concerned = List.copyOf(concerned);
    }
  }

  /**
   * A value of storage that is another after the block.
   *
   * @param key whole storage key
   * @param after the value; empty when it is gone
   * @param changed the same in the chain's words
   * @param concerned operators that were or are members of a changed service
   */
  record Change(FactId id, Bytes key, Optional<Bytes> after, Changed changed, Cause cause,
      List<AccountId> concerned) implements Fact {
    public Change {
      concerned = List.copyOf(concerned);
    }
  }

  /**
   * Something of a pallet: typed when this program knows the type that the chain had at the block, else
   * its bytes.
   */
  sealed interface Known<T> {
    /** Name of the pallet. */
    String pallet();

    /** Name of the call or event on chain. */
    String name();

    /** With its type. */
    record Typed<T>(String pallet, String name, T value) implements Known<T> {}

    /** Of another shape than this program knows; the bytes are the chain's. */
    record Opaque<T>(String pallet, String name, Bytes bytes) implements Known<T> {}

    /** The value; empty when opaque. */
    default Optional<T> typed() {
      return switch (this) {
        case Typed<T>(String pallet, String name, T value) -> Optional.of(value);
        case Opaque<T>(String pallet, String name, Bytes bytes) -> Optional.empty();
      };
    }
  }
}

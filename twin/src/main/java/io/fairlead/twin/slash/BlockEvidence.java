package io.fairlead.twin.slash;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the block in progress shows: calls and events come before the changes that they explain.
 *
 * @param block height; -1: none
 * @param calls of slash, dispute and terminate that were done
 * @param slashed what slashes of the round took, in order, those without an end yet
 * @param discarded indices with {@code SlashDiscarded}
 * @param recorded indices with {@code UnappliedSlash}, with the extrinsic of each
 */
record BlockEvidence(long block, List<Fact.Call> calls, List<Taking> slashed,
    List<Long> discarded, List<Recorded> recorded) {
  static final BlockEvidence NONE =
      new BlockEvidence(-1, List.of(), List.of(), List.of(), List.of());

  /** What one slash took: its operator's amount, then those of its delegators. */
  record Taking(long service, AccountId operator, List<Taken> taken) {
    Taking {
      taken = List.copyOf(taken);
    }
  }

  /** An entry made by an extrinsic. */
  record Recorded(long index, long extrinsic) {}

  BlockEvidence {
    calls = List.copyOf(calls);
    slashed = List.copyOf(slashed);
    discarded = List.copyOf(discarded);
    recorded = List.copyOf(recorded);
  }

  /** This, or nothing when it is of another block. */
  BlockEvidence in(long number) {
    return block == number ? this
        : new BlockEvidence(number, List.of(), List.of(), List.of(), List.of());
  }

  BlockEvidence with(Fact.Call call) {
    return new BlockEvidence(block, plus(calls, call), slashed, discarded, recorded);
  }

  BlockEvidence with(Taking taking) {
    return new BlockEvidence(block, calls, plus(slashed, taking), discarded, recorded);
  }

  /** One amount more of the slash that spoke last: a delegator's event names no operator. */
  BlockEvidence with(Taken more) {
    if (slashed.isEmpty()) {
      return this;
    }
    Taking last = slashed.getLast();
    return without(last).with(new Taking(last.service(), last.operator(),
        plus(last.taken(), more)));
  }

  /** Without what was taken by a slash that has its end now. */
  BlockEvidence without(Taking taking) {
    var rest = new ArrayList<>(slashed);
    rest.remove(taking);
    return new BlockEvidence(block, calls, rest, discarded, recorded);
  }

  /** The first that a slash of {@code operator} for {@code service} took. */
  Optional<Taking> taking(AccountId operator, long service) {
    return slashed.stream()
        .filter(it -> it.operator().equals(operator) && it.service() == service).findFirst();
  }

  BlockEvidence with(Recorded entry) {
    return new BlockEvidence(block, calls, slashed, discarded, plus(recorded, entry));
  }

  BlockEvidence discarding(long index) {
    return new BlockEvidence(block, calls, slashed, plus(discarded, index), recorded);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}

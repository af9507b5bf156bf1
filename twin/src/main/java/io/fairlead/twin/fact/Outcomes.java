package io.fairlead.twin.fact;

import io.fairlead.substrate.metadata.DispatchErrorName;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.primitive.AccountId;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells how each call of an extrinsic ended, from the events that the calls around it deposit: a
 * successful extrinsic can hide refused calls.
 */
final class Outcomes {
  private static final Outcome DONE = new Outcome.Done();
  private static final Outcome NOT_RUN = new Outcome.NotRun();
  private static final String UTILITY = "Utility";

  /** Events that tell the result of one call inside another. */
  private static final Map<String, String> RESULT_OF = Map.of("Sudo.sudo", "Sudo.Sudid",
      "Sudo.sudo_unchecked_weight", "Sudo.Sudid", "Sudo.sudo_as", "Sudo.SudoAsDone",
      "Proxy.proxy", "Proxy.ProxyExecuted", "Proxy.proxy_announced", "Proxy.ProxyExecuted",
      "Multisig.as_multi", "Multisig.MultisigExecuted", "Utility.dispatch_as",
      "Utility.DispatchedAs");

  /** Calls that end as the one call inside them. */
  private static final Set<String> TRANSPARENT =
      Set.of("Utility.as_derivative", "Utility.with_weight", "Multisig.as_multi_threshold_1");

  private static final Set<String> TELLING = Set.of("Utility.ItemCompleted", "Utility.ItemFailed",
      "Utility.BatchInterrupted", "Utility.DispatchedAs", "Sudo.Sudid", "Sudo.SudoAsDone",
      "Proxy.ProxyExecuted", "Multisig.MultisigExecuted");

  /** One call with its end. */
  record Ended(CallTree call, List<Integer> path, Optional<AccountId> signer, Outcome outcome) {}

  private final Metadata metadata;
  private final Deque<Said> told = new ArrayDeque<>();
  private final List<Ended> ended = new ArrayList<>();

  private Outcomes(Metadata metadata) {
    this.metadata = metadata;
  }

  /**
   * All calls of an extrinsic, outer first.
   *
   * @param events that it deposited, in order
   */
  static List<Ended> of(Metadata metadata, Optional<AccountId> signer, CallTree call,
      List<Said> events) {
    var outcomes = new Outcomes(metadata);
    events.stream().filter(each -> TELLING.contains(each.pallet() + "." + each.name()))
        .forEach(outcomes.told::add);
    Outcome outer = events.stream().filter(each -> each.is("System", "ExtrinsicFailed"))
        .findFirst().map(each -> outcomes.error(each.described().field(0))).orElse(DONE);
    outcomes.walk(call, List.of(), signer, outer);
    return outcomes.ended;
  }

  private Outcome error(Optional<DynamicValue> error) {
    return new Outcome.Refused(error.map(it -> DispatchErrorName.of(metadata, it)).orElse("?"));
  }

  /** Notes {@code call}, which ended so, and the calls inside it. */
  private void walk(CallTree call, List<Integer> path, Optional<AccountId> signer,
      Outcome outcome) {
    ended.add(new Ended(call, path, signer, outcome));
    if (call.inner().isEmpty()) {
      return;
    }
    if (!(outcome instanceof Outcome.Done)) {
      all(call, path, signer, outcome);
    } else if (call.pallet().equals(UTILITY)
        && Set.of("batch", "batch_all", "force_batch").contains(call.name())) {
      batch(call, path, signer);
    } else if (TRANSPARENT.contains(call.pallet() + "." + call.name())) {
      walk(call.inner().getFirst(), child(path, 0), signer, DONE);
    } else {
      String event = RESULT_OF.get(call.pallet() + "." + call.name());
      if (event == null) {
        all(call, path, signer, NOT_RUN);
      } else {
        one(call, path, signer, event);
      }
    }
  }

  private void all(CallTree call, List<Integer> path, Optional<AccountId> signer,
      Outcome outcome) {
    for (int i = 0; i < call.inner().size(); i++) {
      walk(call.inner().get(i), child(path, i), signer, outcome);
    }
  }

  private static List<Integer> child(List<Integer> path, int place) {
    var longer = new ArrayList<>(path);
    longer.add(place);
    return longer;
  }

  /** A call that tells the result of the one inside it after that one's own events. */
  private void one(CallTree call, List<Integer> path, Optional<AccountId> signer, String event) {
    Optional<AccountId> actor = actor(call, signer);
    int at = ended.size();
    CallTree inner = call.inner().getFirst();
    Said next = told.peek();
    if (next != null && isFailure(next, event)) {
      told.remove();
      walk(inner, child(path, 0), actor, error(result(next).flatMap(it -> it.field(0))));
      return;
    }
    walk(inner, child(path, 0), actor, DONE);
    Said own = told.peek();
    if (own != null && (own.pallet() + "." + own.name()).equals(event)) {
      told.remove();
      if (isFailure(own, event)) {
        refuse(at, error(result(own).flatMap(it -> it.field(0))));
      }
    } else {
      refuse(at, NOT_RUN); // such as an approval of a multisig that was not the last one
    }
  }

  private boolean isFailure(Said said, String event) {
    return (said.pallet() + "." + said.name()).equals(event) && result(said)
        .filter(it -> it instanceof DynamicValue.Choice choice && choice.name().equals("Err"))
        .isPresent();
  }

  private static Optional<DynamicValue> result(Said said) {
    return said.described().fields().stream().map(DynamicValue.Member::value)
        .filter(it -> it instanceof DynamicValue.Choice choice
            && (choice.name().equals("Ok") || choice.name().equals("Err")))
        .findFirst();
  }

  private void refuse(int from, Outcome outcome) {
    for (int i = from; i < ended.size(); i++) {
      Ended each = ended.get(i);
      ended.set(i, new Ended(each.call(), each.path(), each.signer(), outcome));
    }
  }

  /** Whose origin the call inside has. */
  private static Optional<AccountId> actor(CallTree call, Optional<AccountId> signer) {
    Optional<DynamicValue> named = switch (call.pallet() + "." + call.name()) {
      case "Sudo.sudo_as" -> call.value().field("who");
      case "Proxy.proxy", "Proxy.proxy_announced" -> call.value().field("real");
      default -> Optional.empty();
    };
    AccountId account = named.isPresent() ? ChainTypes.account(named.get()) : null;
    return account != null ? Optional.of(account) : signer;
  }

  private void batch(CallTree call, List<Integer> path, Optional<AccountId> signer) {
    Outcome stopped = null;
    for (int i = 0; i < call.inner().size(); i++) {
      CallTree inner = call.inner().get(i);
      List<Integer> place = child(path, i);
      if (stopped != null) {
        walk(inner, place, signer, NOT_RUN);
        continue;
      }
      Said next = told.peek();
      if (next != null && (next.is(UTILITY, "ItemFailed") || interrupts(next, i))) {
        told.remove();
        Outcome refused = error(next.described().field("error"));
        walk(inner, place, signer, refused);
        stopped = next.is(UTILITY, "ItemFailed") ? null : refused;
        continue;
      }
      walk(inner, place, signer, DONE);
      Said own = told.peek();
      if (own != null && own.is(UTILITY, "ItemCompleted")) {
        told.remove();
      }
    }
  }

  private static boolean interrupts(Said said, int place) {
    return said.is(UTILITY, "BatchInterrupted") && said.described().field("index")
        .filter(it -> it.equals(new DynamicValue.Number(BigInteger.valueOf(place)))).isPresent();
  }
}

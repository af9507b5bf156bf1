package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom an event touches without naming them. Written down with the fact, so that whoever reads the log
 * later needs no state beside it.
 */
public final class Concerned {
  private static final Key<Long> ID = Key.identity(Codecs.U64);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);

  private final ChangeReader reader;
  private final Function<Bytes, Optional<Bytes>> before;
  private final Function<Bytes, Optional<Bytes>> after;

  Concerned(ChangeReader reader, Function<Bytes, Optional<Bytes>> before,
      Function<Bytes, Optional<Bytes>> after) {
    this.reader = reader;
    this.before = before;
    this.after = after;
  }

  /** Whom a pair of a first state concerns. */
  public static List<AccountId> bySeed(ChangeReader reader, KeyChange pair) {
    return new Concerned(reader, key -> Optional.empty(), key -> pair.after()).by(pair);
  }

  /** Whom a change between two states concerns, with no event between. */
  public static List<AccountId> byChange(ChangeReader reader, KeyChange change,
      Function<Bytes, Optional<Bytes>> before, Function<Bytes, Optional<Bytes>> after) {
    return new Concerned(reader, before, after).by(change);
  }

  List<AccountId> by(Fact.Event fact) {
    return fact.event().typed().map(this::by).orElse(List.of());
  }

  private List<AccountId> by(Event event) {
    return switch (event) {
      case ServicesEvent.ServiceInitiated it -> members(it.serviceId());
      case ServicesEvent.ServiceTerminated it -> members(it.serviceId());
      case ServicesEvent.JobCalled it -> members(it.serviceId());
      case ServicesEvent.JobResultSubmitted it -> members(it.serviceId());
      case ServicesEvent.UnappliedSlash it -> delegators(it.operator());
      case ServicesEvent.SlashDiscarded it -> delegators(it.operator());
      case RestakingEvent.OperatorLeaveExecuted it -> delegators(it.who());
      default -> List.of();
    };
  }

  /** The blueprint whose service was called or answered. */
  long blueprint(Fact.Event fact) {
    return switch (fact.event().typed().orElse(null)) {
      case ServicesEvent.JobCalled it -> blueprint(it.serviceId());
      case ServicesEvent.JobResultSubmitted it -> blueprint(it.serviceId());
      case null, default -> Fact.Event.NO_BLUEPRINT;
    };
  }

  private long blueprint(long service) {
    return value(
        Keys.of(ServicesCall.PALLET, "Instances", ID, service)) instanceof Changed.Instance instance
        && instance.value().isPresent() ? instance.value().get().blueprint()
            : Fact.Event.NO_BLUEPRINT;
  }

  /** Of a changed service: who was a member, then who became one. */
  List<AccountId> by(KeyChange change) {
    if (!(reader.read(change.key(), change.after()) instanceof Changed.Instance now)) {
      return List.of();
    }
    var members = new LinkedHashSet<AccountId>();
    Optional<Bytes> old = before.apply(change.key());
    if (old.isPresent() && reader.read(change.key(), old) instanceof Changed.Instance then) {
      then.value().ifPresent(service -> members.addAll(operators(service)));
    }
    now.value().ifPresent(service -> members.addAll(operators(service)));
    return List.copyOf(members);
  }

  /** Operators of a service after the block; of one that ended in it, before. */
  private List<AccountId> members(long service) {
    return value(
        Keys.of(ServicesCall.PALLET, "Instances", ID, service)) instanceof Changed.Instance instance
        && instance.value().isPresent() ? operators(instance.value().get()) : List.of();
  }

  private static List<AccountId> operators(Service service) {
    return service.operators().stream().map(OperatorCommitments::operator)
        .toList();
  }

  private List<AccountId> delegators(AccountId operator) {
    if (!(value(Keys.of(RestakingCall.PALLET, "Operators", ACCOUNT,
        operator)) instanceof Changed.Operator found)) {
      return List.of();
    }
    var delegators = new LinkedHashSet<AccountId>();
    found.value().map(OperatorMetadata::delegations).orElse(List.of())
        .forEach(bond -> delegators.add(bond.delegator()));
    return List.copyOf(delegators);
  }

  private Changed value(Bytes key) {
    Optional<Bytes> now = after.apply(key);
    return reader.read(key, now.isPresent() ? now : before.apply(key));
  }
}

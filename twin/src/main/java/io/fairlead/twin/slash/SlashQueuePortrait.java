package io.fairlead.twin.slash;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Cause;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import io.fairlead.twin.fact.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The slash queue of a round, folded from facts. */
public final class SlashQueuePortrait implements Portrait<SlashQueueState> {
  private static final Key<Long> U32 = Key.identity(Codecs.U32);

  @Override
  public EntityType type() {
    return EntityType.SLASH_QUEUE;
  }

  @Override
  public SlashQueueState blank(EntityKey key, long since) {
    return new SlashQueueState(Long.parseLong(key.key()), new TreeMap<>(), BlockEvidence.NONE);
  }

  @Override
  public SlashQueueState fold(SlashQueueState before, Fact fact) {
    SlashQueueState state = before.with(before.evidence().in(fact.id().block()));
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> call.outcome() instanceof Outcome.Done
          ? state.with(state.evidence().with(call)) : state;
      case Fact.Event event ->
          event.event().typed().map(it -> event(state, event, it)).orElse(state);
      case Fact.Change change -> change.changed() instanceof Changed.Slash slash
          ? slash(state, slash, change) : state;
    };
  }

  /** An entry may come and go within one block, and then no change tells of it. */
  private static SlashQueueState event(SlashQueueState before, Fact.Event fact, Event event) {
    SlashQueueState state = before.with(evidence(before.evidence(), fact.phase(), event));
    return switch (event) {
      case ServicesEvent.UnappliedSlash it when it.era() == state.round()
          && !state.cases().containsKey(it.index()) ->
          state.with(new SlashCase(it.index(),
              new UnappliedSlash(it.era(), it.blueprintId(), it.serviceId(), it.operator(),
                  it.slashPercent()),
              fact.id().block(), proposal(state.evidence(), it.index()), null));
      case ServicesEvent.SlashDiscarded it when it.era() == state.round()
          && state.cases().containsKey(it.index()) ->
          closed(state, state.cases().get(it.index()), fact.id().block(), new Cause.Unknown());
      case ServicesEvent.ServiceTerminated it -> terminated(state, fact);
      default -> state;
    };
  }

  private static BlockEvidence evidence(BlockEvidence evidence, Phase phase, Event event) {
    return switch (event) {
      case ServicesEvent.UnappliedSlash it when phase instanceof Phase.ApplyExtrinsic(long extrinsic) ->
          evidence.with(new BlockEvidence.Recorded(it.index(), extrinsic));
      case ServicesEvent.SlashDiscarded it -> evidence.discarding(it.index());
      case RestakingEvent.OperatorSlashed it -> evidence.with(
          new BlockEvidence.Taking(it.serviceId(), it.operator(),
              List.of(new Taken(it.operator(), Asset.NATIVE, it.amount()))));
      case RestakingEvent.DelegatorSlashed it ->
          evidence.with(new Taken(it.delegator(), it.asset(), it.amount()));
      case RestakingEvent.NominatedSlash it ->
          evidence.with(new Taken(it.delegator(), Asset.NATIVE, it.amount()));
      default -> evidence;
    };
  }

  private static SlashQueueState slash(SlashQueueState state, Changed.Slash slash,
      Fact.Change change) {
    SlashCase known = state.cases().get(slash.index());
    if (slash.value().isPresent()) {
      UnappliedSlash entry = slash.value().get();
      return known != null
          ? state.with(new SlashCase(slash.index(), entry, known.recorded(), known.proposal(),
              null))
          : state.with(new SlashCase(slash.index(), entry, change.id().block(),
              proposal(state.evidence(), slash.index()), null));
    }
    return known == null || !known.isOpen() ? state
        : closed(state, known, change.id().block(), change.cause());
  }

  /**
   * A termination in the block in which a slash was recorded: it is gone, unless a change says that it
   * stands.
   */
  private static SlashQueueState terminated(SlashQueueState before, Fact.Event fact) {
    long block = fact.id().block();
    Cause cause = fact.phase() instanceof Phase.ApplyExtrinsic(long extrinsic)
        ? new Cause.Certain((int) extrinsic) : new Cause.Unknown();
    SlashQueueState state = before;
    for (SlashCase each : before.open()) {
      if (each.recorded() == block) {
        state = closed(state, each, block, cause);
      }
    }
    return state;
  }

  private static @Nullable Proposal proposal(BlockEvidence evidence, long index) {
    Optional<BlockEvidence.Recorded> recorded =
        evidence.recorded().stream().filter(it -> it.index() == index).findFirst();
    if (recorded.isEmpty()) {
      return null;
    }
    long extrinsic = recorded.get().extrinsic();
    // calls and entries of one extrinsic come in the same order
    long place = evidence.recorded().stream()
        .filter(it -> it.extrinsic() == extrinsic && it.index() < index).count();
    return evidence.calls().stream()
        .filter(it -> it.extrinsic() == extrinsic
            && it.call().typed().orElse(null) instanceof ServicesCall.Slash)
        .skip(place).findFirst()
        .map(it -> new Proposal(it.signer(), it.id(), extrinsic,
            it.path().stream().map(Integer::longValue).toList()))
        .orElseGet(() -> new Proposal(null, null, extrinsic, List.of()));
  }

  private static SlashQueueState closed(SlashQueueState state, SlashCase known, long block,
      Cause cause) {
    BlockEvidence evidence = state.evidence();
    Optional<BlockEvidence.Taking> taking =
        evidence.taking(known.entry().operator(), known.entry().serviceId());
    List<Taken> taken = taking.map(BlockEvidence.Taking::taken).orElse(List.of());
    Closing closing = closing(evidence, known, block, cause, taken);
    SlashQueueState next = state.with(known.closed(closing));
    return closing.taken().isEmpty() ? next
        : next.with(evidence.without(taking.orElseThrow()));
  }

  private static Closing closing(BlockEvidence evidence, SlashCase known, long block,
      Cause cause, List<Taken> taken) {
    if (evidence.discarded().contains(known.index())) {
      AccountId by = evidence.calls().stream()
          .filter(it -> it.call().typed().orElse(null) instanceof ServicesCall.Dispute dispute
              && dispute.index() == known.index())
          .findFirst().map(Fact.Call::signer).orElse(null);
      return new Closing(SlashEnd.DISCARDED, block, by, List.of());
    }
    return switch (cause) {
      case Cause.Hook hook -> new Closing(
          taken.isEmpty() ? SlashEnd.APPLIED_WITHOUT_EFFECT : SlashEnd.APPLIED, block, null, taken);
      case Cause.Certain call -> terminated(evidence, known, block, taken);
      case Cause.Likely call -> terminated(evidence, known, block, taken);
      case Cause.Unknown unknown -> new Closing(SlashEnd.VANISHED, block, null, List.of());
    };
  }

  private static Closing terminated(BlockEvidence evidence, SlashCase known, long block,
      List<Taken> taken) {
    for (Fact.Call call : evidence.calls()) {
      if (call.call().typed().orElse(null) instanceof ServicesCall.Terminate(long ended)) {
        return ended == known.entry().serviceId()
            ? new Closing(SlashEnd.APPLIED_AT_TERMINATION, block, call.signer(), taken)
            : new Closing(SlashEnd.WIPED, block, call.signer(), List.of());
      }
    }
    return new Closing(SlashEnd.VANISHED, block, null, List.of());
  }

  @Override
  public Codec<SlashQueueState> codec() {
    return SlashQueueState.CODEC;
  }

  @Override
  public List<KeyChange> rows(SlashQueueState state) {
    return state.open().stream()
        .map(each -> new KeyChange(
            Keys.of(ServicesCall.PALLET, "UnappliedSlashes", U32, state.round(), U32, each.index()),
            Optional.of(Bytes.wrap(UnappliedSlash.CODEC.encode(each.entry())))))
        .toList();
  }
}

package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.runtime.session.SessionEvent;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes facts of a block. Pure: the same block and changes give the same facts. Two steps, since the
 * events tell which keys to ask for: {@link #read} a block, then {@link #compose} with what changed.
 */
public final class Composer {
  private static final Bytes ROUND = Keys.of(RestakingCall.PALLET, "CurrentRound");
  private static final AccountId NOBODY = AccountId.of(new byte[32]);

  /** A block that was read, and what it could not be. */
  public sealed interface Read {

    /**
     * What a block says before its changes are known.
     *
     * @param touched keys that its events show to be written
     */
    record Good(List<Fact> facts, Set<Bytes> touched) implements Read {
      public Good {
        facts = List.copyOf(facts);
        touched = Set.copyOf(touched);
      }
    }

    /** Its extrinsics or events are no such things by the chain's own metadata. */
    record Bad(String reason) implements Read {}
  }

  private final ChainTypes types;
  private final ChangeReader changes;

  /** A composer for blocks of the runtime that {@code types} describe. */
  public Composer(ChainTypes types, ChangeReader changes) {
    this.types = types;
    this.changes = changes;
  }

  /** Marks, calls and events of a block. */
  public Read read(BlockBody block) {
    if (!(types.events(block.events()) instanceof Decoded.Value<List<Said>>(List<Said> said))) {
      return new Read.Bad("the events of block " + block.number() + ": " + problem(
          types.events(block.events())));
    }
    var facts = new Builder(block.number());
    marks(facts, block, said);
    Set<Phase> touching = new HashSet<>();
    said.stream().filter(this::isFollowed).forEach(each -> touching.add(each.phase()));
    events(facts, said, Phase.INITIALIZATION, touching);
    for (int i = 0; i < block.extrinsics().size(); i++) {
      Decoded<ChainTypes.Sent> extrinsic = types.extrinsic(block.extrinsics().get(i));
      if (!(extrinsic instanceof Decoded.Value<ChainTypes.Sent>(ChainTypes.Sent sent))) {
        return new Read.Bad("extrinsic " + i + " of block " + block.number() + ": "
            + problem(extrinsic));
      }
      var phase = new Phase.ApplyExtrinsic(i);
      if (sent.call().reachesFollowed()) {
        touching.add(phase);
        calls(facts, i, sent, said.stream().filter(it -> it.phase().equals(phase)).toList());
      }
      events(facts, said, phase, touching);
    }
    events(facts, said, Phase.FINALIZATION, touching);
    var touched = new HashSet<Bytes>();
    said.forEach(each -> each.known().flatMap(Fact.Known::typed)
        .ifPresent(event -> touched.addAll(TouchedKeys.of(event))));
    touched.addAll(ClaimKeys.of(said));
    return new Read.Good(facts.facts, touched);
  }

  private static String problem(Decoded<?> decoded) {
    return decoded instanceof Decoded.Malformed<?> bad ? bad.message() : "";
  }

  private boolean isFollowed(Said said) {
    return ChangeReader.PALLETS.contains(said.pallet());
  }

  private static final class Builder {
    private final long block;
    private final List<Fact> facts = new ArrayList<>();

    Builder(long block) {
      this.block = block;
    }

    FactId next() {
      return new FactId(block, facts.size());
    }

    void add(Fact fact) {
      facts.add(fact);
    }
  }

  private static void marks(Builder facts, BlockBody block, List<Said> said) {
    facts.add(new Fact.Mark(facts.next(), MarkKind.BLOCK, block.time()));
    for (Said each : said) {
      if (each.known().flatMap(Fact.Known::typed)
          .orElse(null) instanceof SessionEvent.NewSession(long round)) {
        facts.add(new Fact.Mark(facts.next(), MarkKind.ROUND, round));
      } else if (each.is("Staking", "EraPaid")) {
        each.described().field("era_index").flatMap(Composer::number).ifPresent(
            era -> facts.add(new Fact.Mark(facts.next(), MarkKind.ERA, era.longValue() + 1)));
      }
    }
    if (block.upgradedTo() >= 0) {
      facts.add(new Fact.Mark(facts.next(), MarkKind.RUNTIME_UPGRADED, block.upgradedTo()));
    }
  }

  private static Optional<BigInteger> number(DynamicValue value) {
    return value instanceof DynamicValue.Number(BigInteger number) ? Optional.of(number)
        : Optional.empty();
  }

  private void calls(Builder facts, int extrinsic, ChainTypes.Sent sent, List<Said> own) {
    Optional<Balance> fee = own.stream()
        .filter(each -> each.is("TransactionPayment", "TransactionFeePaid")).findFirst()
        .flatMap(each -> each.described().field("actual_fee")).flatMap(Composer::number)
        .map(Balance::of);
    for (Outcomes.Ended ended : Outcomes.of(types.metadata(), sent.signer(), sent.call(), own)) {
      ended.call().known().ifPresent(known -> facts.add(new Fact.Call(facts.next(), extrinsic,
          ended.path(), ended.signer().orElse(NOBODY), known, ended.outcome(),
          fee)));
    }
  }

  /** Events of followed pallets in {@code phase}; of others where the phase touches a followed one. */
  private void events(Builder facts, List<Said> said, Phase phase, Set<Phase> touching) {
    for (Said each : said) {
      if (each.phase().equals(phase) && (isFollowed(each) || touching.contains(phase))) {
        each.known()
            .ifPresent(event -> facts.add(
                new Fact.Event(facts.next(), phase, event, List.of(), Fact.Event.NO_BLUEPRINT)));
      }
    }
  }

  /**
   * The facts of a block that was read, with its changes.
   *
   * @param changed in ascending order of keys
   * @param before the value that a key had before the block
   * @param after the value that it has after the block
   */
  public List<Fact> compose(Read.Good read, List<KeyChange> changed,
      Function<Bytes, Optional<Bytes>> before, Function<Bytes, Optional<Bytes>> after) {
    var concerned = new Concerned(changes, before, after);
    var facts = new ArrayList<Fact>();
    for (Fact fact : read.facts()) {
      facts.add(fact instanceof Fact.Event event
          ? new Fact.Event(event.id(), event.phase(), event.event(), concerned.by(event),
              concerned.blueprint(event))
          : fact);
    }
    long block = read.facts().getFirst().id().block();
    Causes causes = Causes.of(read.facts());
    for (KeyChange change : changed) {
      Changed value = changes.read(change.key(), change.after());
      ChangeReader.Place place = changes.place(change.key());
      facts.add(new Fact.Change(new FactId(block, facts.size()), change.key(), change.after(),
          value,
          value instanceof Changed.Slash(long recorded, long index, var entry) && entry.isEmpty()
              ? causes.ofGoneSlash(change.key(), recorded, round(after))
              : causes.of(change.key(), place.pallet(), place.item()),
          concerned.by(change)));
    }
    return List.copyOf(facts);
  }

  private long round(Function<Bytes, Optional<Bytes>> state) {
    return changes.read(ROUND, state.apply(ROUND)) instanceof Changed.Parameter parameter
        ? parameter.value() : 0;
  }
}

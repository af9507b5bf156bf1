package io.fairlead.twin.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeMetadata;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.StorageKeys;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.lane.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a chain's own metadata says there can be has its type here and reaches an entity: an
 * event or item more, in a profile or in the real chain's metadata, breaks the build.
 */
class RoutesTest {
  /** What no entity needs, each for the reason that the router names. */
  private static final Set<String> NOWHERE = Set.of("Services.UserServices",
      "Services.UserSubscriptionCount", "MultiAssetDelegation.AtStake");
  /** Longer than any value whose parts are all zero. */
  private static final int ZEROS_MAX = 1_024;
  private static final AccountId SOMEBODY = AccountId.of(new byte[32]);

  /** The metadata of a chain. */
  record Named(String name, Metadata metadata) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Named> chains() throws IOException {
    var chains = new ArrayList<Named>();
    for (Profile profile : Profile.ALL) {
      chains.add(new Named(profile.name(),
          MetadataWriter.v15(RuntimeMetadata.declaration(profile))));
    }
    String reference = System.getenv("FAIRLEAD_REFERENCE_METADATA");
    if (reference != null) {
      chains.add(new Named("the real chain",
          Metadata.decode(Files.readAllBytes(Path.of(reference))).trusted()));
    }
    return chains;
  }

  @ParameterizedTest
  @MethodSource("chains")
  void every_event_is_known_by_type_and_reaches_an_entity(Named chain) {
    Metadata metadata = chain.metadata();
    assertThat(new ChainTypes(metadata).changedShapes()).isEmpty();
    var routes = new LinkedHashMap<String, Set<EntityKey>>();
    KnownPallets.EVENTS.forEach((pallet, codec) -> {
      if (!pallet.equals(BalancesCall.PALLET)) { // money of a phase: for the tables
        Integer type = metadata.pallet(pallet).orElseThrow().events();
        for (TypeDef.Case each : metadata.cases(type)) {
          routes.put(pallet + "." + each.name(), routes(event(pallet, each, codec)));
        }
      }
    });

    assertThat(routes).hasSizeGreaterThan(60)
        .allSatisfy((event, reached) -> assertThat(reached).as(event).isNotEmpty());
  }

  private static Fact event(String pallet, TypeDef.Case variant,
      EnumCodec<? extends Event> codec) {
    var zeros = new Output(ZEROS_MAX);
    zeros.u8(variant.index());
    zeros.raw(new byte[ZEROS_MAX]);
    Event event = codec.read(new Input(zeros.toBytes()));
    return new Fact.Event(new FactId(1, 0), new Phase.ApplyExtrinsic(0),
        new Fact.Known.Typed<>(pallet, variant.name(), event), List.of(SOMEBODY), 0);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void every_item_is_read_in_the_chains_words_and_reaches_an_entity(Named chain) {
    var routes = new LinkedHashMap<String, Set<EntityKey>>();
    for (String pallet : ChangeReader.PALLETS) {
      PalletMetadata.Storage storage =
          Objects.requireNonNull(chain.metadata().pallet(pallet).orElseThrow().storage());
      for (PalletMetadata.Entry entry : storage.entries()) {
        String item = pallet + "." + entry.name();
        Fact.Change fact = change(chain.metadata(), storage.prefix(), entry);
        assertThat(fact.changed()).as(item).isNotInstanceOf(Changed.Opaque.class);
        if (!NOWHERE.contains(item)) {
          routes.put(item, routes(fact));
        }
      }
    }

    assertThat(routes).hasSizeGreaterThan(35)
        .allSatisfy((item, reached) -> assertThat(reached).as(item).isNotEmpty());
  }

  private static Fact.Change change(Metadata metadata, String prefix,
      PalletMetadata.Entry entry) {
    var key = new Output(128);
    key.raw(Item.prefix(prefix, entry.name()));
    if (entry.type() instanceof PalletMetadata.EntryType.Keyed keyed) {
      List<Integer> types = StorageKeys.keyTypes(metadata, keyed);
      for (int i = 0; i < types.size(); i++) {
        byte[] part = zeros(metadata, types.get(i));
        key.raw(keyed.hashers().get(i).hash(part));
        key.raw(keyed.hashers().get(i).concat() ? part : new byte[0]);
      }
    }
    Bytes whole = Bytes.wrap(key.toBytes());
    Optional<Bytes> value = Optional.of(Bytes.wrap(zeros(metadata, entry.type().value())));
    return new Fact.Change(new FactId(1, 0), whole, value,
        new ChangeReader().read(whole, value), new Cause.Unknown(), List.of());
  }

  /** As many zero bytes as make a value of the type. */
  private static byte[] zeros(Metadata metadata, int type) {
    var codec = new DynamicCodec(metadata, type);
    for (int length = 0; length <= ZEROS_MAX; length++) {
      if (codec.decode(new byte[length]) instanceof Decoded.Value) {
        return new byte[length];
      }
    }
    throw new AssertionError("no value of zeros of " + metadata.type(type));
  }

  private static Fact said(int index, String pallet, String name, Event event) {
    return new Fact.Event(new FactId(1, index), new Phase.ApplyExtrinsic(0),
        new Fact.Known.Typed<>(pallet, name, event), List.of(), Fact.Event.NO_BLUEPRINT);
  }

  @Test
  void what_a_delegator_lost_is_told_to_the_operator_slashed_before_it() {
    byte[] other = new byte[32];
    other[0] = 1;
    AccountId operator = AccountId.of(other);
    Fact first = said(0, RestakingCall.PALLET, "OperatorSlashed",
        new RestakingEvent.OperatorSlashed(operator, Balance.ZERO, 3, 0, 5));
    Fact then = said(1, RestakingCall.PALLET, "DelegatorSlashed",
        new RestakingEvent.DelegatorSlashed(SOMEBODY, Balance.ZERO, Asset.NATIVE, 3, 0, 5));

    assertThat(told(then, first, then)).containsExactlyInAnyOrder(
        EntityKey.of(EntityType.DELEGATOR, SOMEBODY),
        EntityKey.of(EntityType.OPERATOR, operator), EntityKey.of(EntityType.SLASH_QUEUE, 5));
  }

  @Test
  void a_revert_is_told_to_the_entity_of_its_call() {
    Fact call = new Fact.Call(new FactId(1, 0), 0, List.of(), SOMEBODY,
        new Fact.Known.Typed<>(ServicesCall.PALLET, "terminate", new ServicesCall.Terminate(7)),
        new Outcome.Done(), Optional.empty());
    var bytes = new Output(ZEROS_MAX);
    bytes.u8(14);
    bytes.raw(new byte[ZEROS_MAX]);
    ServicesEvent reverted = ServicesEvent.CODEC.read(new Input(bytes.toBytes()));
    Fact event = said(1, ServicesCall.PALLET, "EvmReverted", reverted);

    assertThat(reverted).isInstanceOf(ServicesEvent.EvmReverted.class);
    assertThat(told(event, call, event)).containsExactly(EntityKey.of(EntityType.SERVICE, 7));
  }

  @Test
  void a_moved_address_is_told_to_the_operator_and_counted_for_its_blueprint() {
    Fact moved = said(0, ServicesCall.PALLET, "RpcAddressUpdated",
        new ServicesEvent.RpcAddressUpdated(SOMEBODY, 4, Bytes.EMPTY));

    assertThat(told(moved, moved)).containsExactly(EntityKey.of(EntityType.OPERATOR, SOMEBODY));
    assertThat(counted(moved))
        .containsExactly(Map.entry(EntityKey.of(EntityType.BLUEPRINT, 4), TallyKind.RPC_MOVED));
  }

  @Test
  void a_distributed_reward_is_told_to_its_operator_and_its_service() {
    Fact earned = said(0, ServicesCall.PALLET, "RewardDistributed",
        new ServicesEvent.RewardDistributed(SOMEBODY, 7, Balance.of(5), new PricingModel.PayOnce(
            Balance.of(5))));

    assertThat(told(earned, earned)).containsExactlyInAnyOrder(
        EntityKey.of(EntityType.OPERATOR, SOMEBODY), EntityKey.of(EntityType.SERVICE, 7));
  }

  /** For whom a block counts what. */
  private static List<Map.Entry<EntityKey, TallyKind>> counted(Fact... block) {
    var counted = new ArrayList<Map.Entry<EntityKey, TallyKind>>();
    Router.route(List.of(block), new Router.Sink() {
      @Override
      public void full(EntityKey key, Fact fact) {}

      @Override
      public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {
        counted.add(Map.entry(key, kind));
      }
    });
    return counted;
  }

  /** To whom {@code fact} of a block is told whole. */
  private static List<EntityKey> told(Fact fact, Fact... block) {
    var told = new ArrayList<EntityKey>();
    Router.route(List.of(block), new Router.Sink() {
      @Override
      public void full(EntityKey key, Fact each) {
        if (each == fact) {
          told.add(key);
        }
      }

      @Override
      public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {}
    });
    return told;
  }

  private static Set<EntityKey> routes(Fact... block) {
    var reached = new TreeSet<EntityKey>();
    Router.route(List.of(block), new Router.Sink() {
      @Override
      public void full(EntityKey key, Fact same) {
        reached.add(key);
      }

      @Override
      public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {
        reached.add(key);
      }
    });
    return reached;
  }
}

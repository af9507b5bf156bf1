package io.fairlead.runtime;

import static io.fairlead.runtime.Wired.ALICE;
import static io.fairlead.runtime.Wired.BOB;
import static io.fairlead.runtime.Wired.BY_ALICE;
import static io.fairlead.runtime.Wired.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.session.SessionCall;
import io.fairlead.runtime.session.SessionKeys;
import io.fairlead.runtime.utility.UtilityCall;
import io.fairlead.runtime.utility.UtilityEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the mainnet runtime has otherwise: facts of its sources, {@code runtime/mainnet}. */
class ProfileTest {
  private static final Profile MAINNET = Profile.TANGLE_MAINNET;

  private final Wired world = new Wired(MAINNET);

  private static Metadata metadata(Profile profile) {
    return Metadata
        .decode(RuntimeMetadata.of(new RuntimeTypes(profile), 15).array()).trusted();
  }

  private static MetadataFacts facts(Profile profile) {
    Metadata metadata = metadata(profile);
    return MetadataFacts.of(metadata,
        metadata.pallets().stream().map(PalletMetadata::name).toList(), List.of());
  }

  @Test
  void pallets_stand_at_the_indices_of_the_sources() {
    Map<String, Integer> indices = metadata(MAINNET).pallets().stream()
        .collect(Collectors.toMap(PalletMetadata::name, PalletMetadata::index));

    assertThat(indices).containsAllEntriesOf(Map.of("Assets", 44, "Balances", 5, "Indices", 10,
        "Session", 17, "Staking", 16, "Lst", 40, "Services", 46, "Rewards", 47, "Credits", 48,
        "MultiAssetDelegation", 45));
    assertThat(indices).hasSameSizeAs(metadata(Profile.TANGLE_TESTNET).pallets());
    byte[] call = new RuntimeTypes(MAINNET).calls()
        .encode(new BalancesCall.TransferKeepAlive(id(BOB), Balance.of(1)));
    assertThat(Hex.of(call)).startsWith("0x0503");
  }

  @Test
  void hooks_run_in_the_order_of_these_indices() {
    List<String> names = world.wiring.pallets().stream().map(it -> it.name()).toList();

    assertThat(names.indexOf("Lst")).isLessThan(names.indexOf("Assets"));
    assertThat(names.indexOf("Assets")).isLessThan(names.indexOf("MultiAssetDelegation"));
  }

  @Test
  void nothing_in_it_names_the_crate_of_the_testnet() {
    String all = String.join("\n", facts(MAINNET).lines());

    assertThat(all).doesNotContain("testnet").contains("tangle_runtime::opaque::SessionKeys",
        "role: tangle_crypto_primitives::crypto::Public");
  }

  @Test
  void constants_are_those_of_the_sources() {
    MetadataFacts facts = facts(MAINNET);

    assertThat(facts.of("System.constant.SS58Prefix")).isEqualTo("u16 0xd516");
    assertThat(facts.of("System.constant.BlockLength")).endsWith(" 0x00003c000000500000005000");
    assertThat(facts.of("System.constant.Version")).contains("spec_name: tangle,");
    assertThat(facts.of("Assets.constant.AssetDeposit"))
        .isEqualTo("u128 0x" + "00".repeat(16));
    assertThat(facts.of("Staking.constant.SessionsPerEra")).isEqualTo("u32 0x06000000");
    assertThat(facts.of("BaseFee.storage.Elasticity")).startsWith("default 0x00000000 ");
    assertThat(facts.of("BaseFee.storage.BaseFeePerGas")).startsWith("default 0x00ca9a3b00");
  }

  @Test
  void the_council_may_force_in_assets_where_more_than_half_agrees() {
    var asset = AssetId.of(5);
    Call create = new AssetsCall.ForceCreate(asset, id(ALICE), true, Balance.of(1));
    Origin half = new Origin.Council(2, 4);

    world.refused(half, create, DispatchError.BAD_ORIGIN);
    assertThat(world.done(Origin.ROOT,
        new UtilityCall.DispatchAs(new Origin.Council(3, 5), create)))
        .hasSize(2).endsWith(new UtilityEvent.DispatchedAs(null));
    world.done(BY_ALICE, new AssetsCall.Touch(AssetId.of(5)));
    assertThat(world.reserved(ALICE)).as("holdings need no deposit").isEqualTo(Balance.ZERO);
    new Wired().refused(new Origin.Council(5, 5), create, DispatchError.BAD_ORIGIN);
  }

  @Test
  void on_both_networks_the_council_may_add_master_managers() {
    Call add = new ServicesCall.UpdateMasterBlueprintServiceManager(DevGenesis.MASTER);

    for (Wired each : List.of(world, new Wired())) {
      each.refused(new Origin.Council(2, 4), add, DispatchError.BAD_ORIGIN);
      each.refused(new Origin.CouncilMember(ALICE), add, DispatchError.BAD_ORIGIN);
      assertThat(each.done(new Origin.Council(3, 4), add)).hasSize(1);
    }
  }

  @Test
  void validators_have_a_role_key() {
    Bytes key = Bytes.wrap(new byte[32]);
    world.roundTrip(new SessionCall.SetKeys(
        new SessionKeys(key, key, key, Bytes.wrap(new byte[33])), Bytes.EMPTY));
  }

  @Test
  void a_session_has_2400_blocks() {
    var chain = new Runtime(MAINNET, Rules.REPAIRED, DevGenesis.genesis(MAINNET));

    assertThat(chain.nextWake(new BlockNumber(1))).isEqualTo(new BlockNumber(2_400));
  }

  @Test
  void profiles_are_found_by_name() {
    assertThat(Profile.named("tangle-mainnet")).contains(MAINNET);
    assertThat(Profile.named("mainnet")).isEmpty();
    assertThat(TangleEngines.dev(MAINNET, Rules.DEPLOYED).rules())
        .startsWith("profile=tangle-mainnet").hasSizeGreaterThan(2);
    assertThat(TangleEngines.dev(Rules.DEPLOYED).rules())
        .noneMatch(it -> it.startsWith("profile="));
  }
}

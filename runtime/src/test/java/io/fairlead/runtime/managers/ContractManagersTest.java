package io.fairlead.runtime.managers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.ManagedBlueprint;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.RequestedService;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractManagersTest {
  private static final AccountId OWNER =
      AccountId.hex("14".repeat(32));
  private static final EvmAddress MASTER = DevGenesis.MASTER;
  private static final OperatorPreferences PREFERENCES = new OperatorPreferences(
      Bytes.wrap(new byte[OperatorPreferences.KEY_BYTES]), Bytes.utf8("rpc"));

  private record Request(EvmAddress from, EvmAddress to, Bytes input, Balance value, long gas) {
    String selector() {
      return input.toString().substring(0, 10);
    }
  }

  private final List<Request> requests = new ArrayList<>();
  private Contracts.Answer answer =
      new Contracts.Answer.Ran(Contracts.Exit.SUCCEEDED, Bytes.EMPTY);
  private final ContractManagers managers = new ContractManagers((from, to, input, value, gas) -> {
    requests.add(new Request(from, to, input, value, gas));
    return answer;
  });
  private final ManagedBlueprint blueprint = new ManagedBlueprint(0,
      new ServiceBlueprint(ServiceMetadata.named("first"), List.of(), List.of(), List.of(),
          DevGenesis.MANAGER, new MasterRevision.Specific(0), List.of(), List.of()),
      MASTER);

  @Test
  void the_blueprints_own_manager_is_called_as_recorded_on_the_chain() {
    managers.onManagerBlueprintCreated(blueprint, OWNER);

    assertThat(requests).containsExactly(new Request(ServicesAccounts.PALLET_EVM,
        DevGenesis.MANAGER,
        Bytes.hex("0x0b6535d7" + "0".repeat(64) + "0".repeat(24) + "14".repeat(20)
            + "0".repeat(24) + "b2".repeat(20)),
        Balance.ZERO, 500_000));
  }

  @Test
  void each_hook_and_query_has_the_selector_of_the_interface() {
    managers.onBlueprintCreated(blueprint, OWNER);
    managers.onRegister(blueprint, OWNER, PREFERENCES, List.of(), Balance.UNIT);
    managers.onRequest(blueprint, new RequestedService(1, OWNER, List.of(PREFERENCES), List.of(),
        List.of(OWNER), 100, Asset.custom(1), Balance.UNIT));
    managers.onApprove(blueprint, OWNER, PREFERENCES, 1, new Percent(0));
    managers.onServiceInitialized(blueprint, 1, 2, OWNER, List.of(OWNER), 100);
    managers.onJobCall(blueprint, 2, 0, 3, List.of(new Field.Uint8(1)));
    managers.onJobResult(blueprint, 2, 0, 3, OWNER, PREFERENCES, List.of(), List.of());
    managers.querySlashingOrigin(blueprint, 2);
    managers.queryDisputeOrigin(blueprint, 2);
    managers.onUnregister(blueprint, OWNER, PREFERENCES);
    managers.onUpdateRpcAddress(blueprint, OWNER, PREFERENCES);
    managers.onUpdatePriceTargets(blueprint, OWNER, PREFERENCES);
    managers.onReject(blueprint, OWNER, PREFERENCES, 1);
    managers.onServiceTermination(blueprint, 2, OWNER);
    managers.canJoin(blueprint, 2, OWNER, PREFERENCES);
    managers.onOperatorJoined(blueprint, 2, OWNER, PREFERENCES);
    managers.canLeave(blueprint, 2, OWNER);
    managers.onOperatorLeft(blueprint, 2, OWNER);
    managers.getHeartbeatInterval(blueprint, 2);
    managers.getHeartbeatThreshold(blueprint, 2);
    managers.getSlashingWindow(blueprint, 2);
    managers.onSlash(blueprint, 2, OWNER, new Percent(10));
    managers.onUnappliedSlash(blueprint, 2, OWNER, new Percent(10));
    managers.onSlashEvent(MASTER, 0, 2, OWNER, Balance.UNIT);

    assertThat(requests).extracting(Request::selector).containsExactly("0xb89af904", "0x9524cf20",
        "0xc21c7457", "0xade18167", "0x82a1ece4", "0x4984ee6b", "0x641e0dbd", "0x274ef015",
        "0x8e6f8c60", "0xdcd0e3d4", "0x115cb1b7", "0x7ac76f3f", "0x0c5d7b27", "0x0633da77",
        "0x3297b43c", "0x76b33262", "0xe58923b7", "0xa730a2ca", "0x68229e4f", "0x8dcc1bae",
        "0x1ac2eae4", "0x7e14b919", "0x0881898f", "0xc70f3cc1");
    assertThat(requests).allMatch(request -> request.to.equals(MASTER) && request.gas == 2_000_000
        && request.from.equals(ServicesAccounts.PALLET_EVM));
    assertThat(IntStream.range(0, requests.size())
        .filter(i -> !requests.get(i).value.isZero())).containsExactly(1);
  }

  @Test
  void how_a_run_ends_decides_and_what_it_gives_back_does_not() {
    answer = new Contracts.Answer.Ran(Contracts.Exit.SUCCEEDED, Bytes.wrap(new byte[32]));
    assertThat(managers.onApprove(blueprint, OWNER, PREFERENCES, 1, new Percent(0)))
        .isEqualTo(HookAnswer.ALLOWED);
    answer = new Contracts.Answer.Ran(Contracts.Exit.FAILED, Bytes.EMPTY);
    assertThat(managers.onApprove(blueprint, OWNER, PREFERENCES, 1, new Percent(0)))
        .isEqualTo(HookAnswer.Plain.BROKEN);
    answer = new Contracts.Answer.Ran(Contracts.Exit.REVERTED, Bytes.utf8("no"));
    assertThat(managers.onApprove(blueprint, OWNER, PREFERENCES, 1, new Percent(0)))
        .isEqualTo(new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM, MASTER,
            requests.getLast().input, Bytes.utf8("no")));
    var error = new DispatchError.Module(EvmError.BALANCE_LOW);
    answer = new Contracts.Answer.Refused(error);
    assertThat(managers.onApprove(blueprint, OWNER, PREFERENCES, 1, new Percent(0)))
        .isEqualTo(new HookAnswer.Refused(error));
  }

  @Test
  void an_origin_is_an_address_in_one_word() {
    answer = ran("0".repeat(24) + "5a".repeat(20));
    assertThat(managers.querySlashingOrigin(blueprint, 0))
        .isEqualTo(new OriginAnswer.Of(DevGenesis.SLASHER));
    answer = ran("0".repeat(64));
    assertThat(managers.querySlashingOrigin(blueprint, 0))
        .isEqualTo(new OriginAnswer.Of(EvmAddress.ZERO));
    answer = ran("");
    assertThat(managers.querySlashingOrigin(blueprint, 0)).isEqualTo(OriginAnswer.UNDECODABLE);
    answer = new Contracts.Answer.Ran(Contracts.Exit.REVERTED, Bytes.EMPTY);
    assertThat(managers.querySlashingOrigin(blueprint, 0)).isInstanceOf(OriginAnswer.Failed.class);
  }

  @Test
  void a_setting_is_a_flag_and_a_number_in_two_words() {
    String no = "0".repeat(64);
    String yes = "0".repeat(63) + "1";
    answer = ran(no + "0".repeat(62) + "0a");
    assertThat(managers.getHeartbeatInterval(blueprint, 0))
        .isEqualTo(new SettingAnswer.Of(false, 10));
    answer = ran(yes + "0".repeat(56) + "ffffffff");
    assertThat(managers.getSlashingWindow(blueprint, 0))
        .isEqualTo(new SettingAnswer.Of(true, 0xffff_ffffL));
    for (String bad : List.of("", no, "0".repeat(63) + "2" + no, no + "0".repeat(55) + "100000000",
        "1" + "0".repeat(63) + no)) {
      answer = ran(bad);
      assertThat(managers.getHeartbeatThreshold(blueprint, 0))
          .isEqualTo(SettingAnswer.UNDECODABLE);
    }
    answer = new Contracts.Answer.Ran(Contracts.Exit.REVERTED, Bytes.EMPTY);
    assertThat(managers.getSlashingWindow(blueprint, 0)).isInstanceOf(SettingAnswer.Failed.class);
  }

  private static Contracts.Answer ran(String output) {
    return new Contracts.Answer.Ran(Contracts.Exit.SUCCEEDED, Bytes.hex(output));
  }

  @Test
  void a_token_answers_true_or_the_transfer_did_not_happen() {
    var reverts = new ArrayList<String>();
    var tokens = new ContractTokens((from, to, input, value, gas) -> {
      requests.add(new Request(from, to, input, value, gas));
      return answer;
    }, (from, to, data, reason) -> reverts.add(reason.toString()));
    EvmAddress token = EvmAddress.hex("c2".repeat(20));

    answer = ran("0".repeat(63) + "1");
    assertThat(tokens.transfer(EvmAddress.ZERO, token, MASTER, Balance.of(2_000))).isTrue();
    answer = ran("");
    assertThat(tokens.transfer(EvmAddress.ZERO, token, MASTER, Balance.of(2_000))).isFalse();
    answer = new Contracts.Answer.Ran(Contracts.Exit.REVERTED, Bytes.of((byte) 7));
    assertThat(tokens.transfer(EvmAddress.ZERO, token, MASTER, Balance.of(2_000))).isFalse();
    tokens.onSlash(EvmAddress.ZERO, token, 0, 0, OWNER, Balance.UNIT);

    assertThat(requests).extracting(Request::selector).containsExactly("0xa9059cbb",
        "0xa9059cbb", "0xa9059cbb", "0x03378bbd");
    assertThat(requests.getFirst().input.toString()).endsWith("7d0");
    assertThat(requests).allMatch(request -> request.gas == 500_000);
    assertThat(reverts).containsExactly("0x07", "0x07");
  }
}

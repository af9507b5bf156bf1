package io.fairlead.runtime.managers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.Currency;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.managers.ManagerScript.Answer;
import io.fairlead.runtime.managers.ManagerScript.Hook;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.ManagedBlueprint;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.RequestedService;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedManagersTest {
  private static final EvmAddress MASTER = DevGenesis.MASTER;
  private static final EvmAddress MANAGER = DevGenesis.MANAGER;
  private static final AccountId SOMEBODY = new AccountId(1, 2, 3, 4);

  private final Purse purse = new Purse();
  private final Store store = new Store();
  private final ScriptedManagers managers = new ScriptedManagers(store, purse);
  private final ManagedBlueprint blueprint = new ManagedBlueprint(0,
      new ServiceBlueprint(ServiceMetadata.named("x"), List.of(), List.of(), List.of(), MANAGER,
          MasterRevision.LATEST, List.of(), List.of()),
      MASTER);

  @ParameterizedTest
  @CsvSource(textBlock = """
      ACCEPT,  REVERT,  true
      ABSENT,  REVERT,  true
      REVERT,  ACCEPT,  false
      FORWARD, ACCEPT,  true
      FORWARD, REVERT,  false
      FORWARD, ABSENT,  false
      FORWARD, FORWARD, false
      """)
  void a_hook_is_answered_by_the_master_or_passed_on(Answer master, Answer own,
      boolean allowed) {
    deploy(MASTER, Hook.JOB_CALL, master);
    deploy(MANAGER, Hook.JOB_CALL, own);

    HookAnswer answer = managers.onJobCall(blueprint, 0, 0, 0, List.of());

    assertThat(answer).isEqualTo(allowed ? HookAnswer.ALLOWED
        : new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM, MASTER, Bytes.EMPTY, Bytes.EMPTY));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      OUT_OF_GAS, ACCEPT
      FORWARD,    OUT_OF_GAS
      """)
  void a_manager_without_gas_left_allows_nothing_and_reverts_nothing(Answer master, Answer own) {
    var script = ManagerScript.refusing().with(Hook.JOB_CALL, master)
        .with(Hook.SLASHING_ORIGIN, master);
    managers.deploy(MASTER, script);
    managers.deploy(MANAGER, ManagerScript.refusing().with(Hook.JOB_CALL, own)
        .with(Hook.SLASHING_ORIGIN, own));

    assertThat(managers.onJobCall(blueprint, 0, 0, 0, List.of()))
        .isEqualTo(HookAnswer.Plain.BROKEN);
    assertThat(managers.querySlashingOrigin(blueprint, 0))
        .isEqualTo(new OriginAnswer.Failed(HookAnswer.Plain.BROKEN));
  }

  private static final OperatorPreferences NOBODY = new OperatorPreferences(
      Bytes.wrap(new byte[OperatorPreferences.KEY_BYTES]), Bytes.EMPTY);

  /** Every hook but the one of a request, asked by its name. */
  private HookAnswer ask(Hook hook) {
    var percent = new Percent(10);
    return switch (hook) {
      case MANAGER_BLUEPRINT_CREATED -> managers.onManagerBlueprintCreated(blueprint, SOMEBODY);
      case BLUEPRINT_CREATED -> managers.onBlueprintCreated(blueprint, SOMEBODY);
      case REGISTER ->
          managers.onRegister(blueprint, SOMEBODY, NOBODY, List.of(), Balance.ZERO);
      case UNREGISTER -> managers.onUnregister(blueprint, SOMEBODY, NOBODY);
      case UPDATE_RPC_ADDRESS -> managers.onUpdateRpcAddress(blueprint, SOMEBODY, NOBODY);
      case UPDATE_PRICE_TARGETS -> managers.onUpdatePriceTargets(blueprint, SOMEBODY, NOBODY);
      case REQUEST -> managers.onRequest(blueprint, new RequestedService(0, SOMEBODY, List.of(),
          List.of(), List.of(), 0, Asset.NATIVE, Balance.ZERO));
      case APPROVE -> managers.onApprove(blueprint, SOMEBODY, NOBODY, 0, percent);
      case REJECT -> managers.onReject(blueprint, SOMEBODY, NOBODY, 0);
      case SERVICE_INITIALIZED ->
          managers.onServiceInitialized(blueprint, 0, 0, SOMEBODY, List.of(), 0);
      case SERVICE_TERMINATION -> managers.onServiceTermination(blueprint, 0, SOMEBODY);
      case CAN_JOIN -> managers.canJoin(blueprint, 0, SOMEBODY, NOBODY);
      case OPERATOR_JOINED -> managers.onOperatorJoined(blueprint, 0, SOMEBODY, NOBODY);
      case CAN_LEAVE -> managers.canLeave(blueprint, 0, SOMEBODY);
      case OPERATOR_LEFT -> managers.onOperatorLeft(blueprint, 0, SOMEBODY);
      case JOB_CALL -> managers.onJobCall(blueprint, 0, 0, 0, List.of());
      case JOB_RESULT ->
          managers.onJobResult(blueprint, 0, 0, 0, SOMEBODY, NOBODY, List.of(), List.of());
      case UNAPPLIED_SLASH -> managers.onUnappliedSlash(blueprint, 0, SOMEBODY, percent);
      case SLASH -> managers.onSlash(blueprint, 0, SOMEBODY, percent);
      case SLASH_EVENT -> managers.onSlashEvent(MASTER, 0, 0, SOMEBODY, Balance.UNIT);
      case SLASHING_ORIGIN -> failure(managers.querySlashingOrigin(blueprint, 0));
      case DISPUTE_ORIGIN -> failure(managers.queryDisputeOrigin(blueprint, 0));
      case HEARTBEAT_INTERVAL -> failure(managers.getHeartbeatInterval(blueprint, 0));
      case HEARTBEAT_THRESHOLD -> failure(managers.getHeartbeatThreshold(blueprint, 0));
      case SLASHING_WINDOW -> failure(managers.getSlashingWindow(blueprint, 0));
    };
  }

  private static HookAnswer failure(OriginAnswer answer) {
    return answer instanceof OriginAnswer.Failed(HookAnswer why) ? why : HookAnswer.ALLOWED;
  }

  private static HookAnswer failure(SettingAnswer answer) {
    return answer instanceof SettingAnswer.Failed(HookAnswer why) ? why : HookAnswer.ALLOWED;
  }

  @ParameterizedTest
  @EnumSource
  void each_hook_and_query_follows_its_own_line_of_the_script(Hook hook) {
    var settings = new HeartbeatSettings(new SettingAnswer.Of(false, 1),
        new SettingAnswer.Of(false, 2), new SettingAnswer.Of(true, 3));
    var script =
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER).with(settings);
    EvmAddress contract = hook == Hook.MANAGER_BLUEPRINT_CREATED ? MANAGER : MASTER;

    for (Hook other : Hook.values()) {
      managers.deploy(contract, script.with(other, Answer.OUT_OF_GAS));
      assertThat(ask(hook))
          .isEqualTo(other == hook ? HookAnswer.Plain.BROKEN : HookAnswer.ALLOWED);
    }
  }

  @Test
  void settings_of_heartbeats_come_from_the_manager_behind_the_master() {
    var settings =
        new HeartbeatSettings(new SettingAnswer.Of(false, 7), new SettingAnswer.Of(true, 0), null);
    managers.deploy(MASTER, ManagerScript.forwarding());
    managers.deploy(MANAGER, ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER)
        .with(settings));

    assertThat(managers.getHeartbeatInterval(blueprint, 0)).isEqualTo(settings.interval());
    assertThat(managers.getHeartbeatThreshold(blueprint, 0)).isEqualTo(settings.threshold());
    assertThat(managers.getSlashingWindow(blueprint, 0))
        .isInstanceOf(SettingAnswer.Failed.class);
    managers.deploy(MASTER, ManagerScript.NONE);
    assertThat(managers.getHeartbeatInterval(blueprint, 0))
        .isEqualTo(SettingAnswer.UNDECODABLE);
  }

  @Test
  void a_script_with_settings_can_be_read_and_one_of_before_too() {
    var script = ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER)
        .with(new HeartbeatSettings(new SettingAnswer.Of(false, 7), null, null));
    byte[] old = ManagerScript.CODEC.encode(script.with(HeartbeatSettings.NONE));

    assertThat(ManagerScript.CODEC.decode(ManagerScript.CODEC.encode(script)).trusted())
        .isEqualTo(script);
    assertThat(old).hasSize(1 + Hook.values().length + 2 * 21);
    assertThat(ManagerScript.CODEC.decode(old).trusted())
        .isEqualTo(script.with(HeartbeatSettings.NONE));
  }

  private void deploy(EvmAddress address, Hook hook, Answer answer) {
    managers.deploy(address, ManagerScript.refusing().with(hook, answer));
  }

  @Test
  void nobody_answers_where_nothing_is_deployed() {
    assertThat(managers.onBlueprintCreated(blueprint, SOMEBODY)).isEqualTo(HookAnswer.ALLOWED);
    assertThat(managers.onManagerBlueprintCreated(blueprint, SOMEBODY))
        .isEqualTo(HookAnswer.ALLOWED);
    assertThat(managers.querySlashingOrigin(blueprint, 0)).isEqualTo(OriginAnswer.UNDECODABLE);
  }

  @Test
  void origins_come_from_the_manager_behind_the_master() {
    managers.deploy(MASTER, ManagerScript.forwarding());
    managers.deploy(MANAGER,
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER));

    assertThat(managers.querySlashingOrigin(blueprint, 0))
        .isEqualTo(new OriginAnswer.Of(DevGenesis.SLASHER));
    assertThat(managers.queryDisputeOrigin(blueprint, 0))
        .isEqualTo(new OriginAnswer.Of(DevGenesis.DISPUTER));
    managers.deploy(MANAGER, ManagerScript.refusing());
    assertThat(managers.queryDisputeOrigin(blueprint, 0))
        .isInstanceOf(OriginAnswer.Failed.class);
  }

  @Test
  void the_value_of_a_registration_goes_to_the_master_if_it_is_allowed() {
    managers.deploy(MASTER, ManagerScript.forwarding());
    managers.deploy(MANAGER,
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER));
    var preferences = new OperatorPreferences(
        Bytes.wrap(new byte[OperatorPreferences.KEY_BYTES]), Bytes.EMPTY);

    managers.onRegister(blueprint, SOMEBODY, preferences, List.of(), Balance.UNIT);
    managers.deploy(MANAGER, ManagerScript.refusing());
    managers.onRegister(blueprint, SOMEBODY, preferences, List.of(), Balance.UNIT);

    assertThat(purse.moved).containsExactly(ServicesAccounts.PALLET + " to "
        + ServicesAccounts.accountOf(MASTER) + ": " + Balance.UNIT);
  }

  @Test
  void a_script_survives_being_written_out_and_read_back() {
    ManagerScript script = ManagerScript
        .accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER).with(Hook.APPROVE, Answer.REVERT);
    managers.deploy(MANAGER, script);
    var other = new Store();
    var read = new ScriptedManagers(other, purse);

    store.pairs().forEach(pair -> other.writeRaw(pair.key().array(),
        pair.value() == null ? null : pair.value().array()));

    assertThat(other.pairs()).isEqualTo(store.pairs()).hasSize(1);
    assertThat(ManagerScript.CODEC.decode(ManagerScript.CODEC.encode(script)).trusted())
        .isEqualTo(script);
    assertThat(read.onManagerBlueprintCreated(blueprint, SOMEBODY))
        .isEqualTo(HookAnswer.ALLOWED);
  }

  /** Notes what is moved. */
  private static final class Purse implements Currency {
    private final List<String> moved = new ArrayList<>();

    @Override
    public void reserve(AccountId who, Balance amount) {
      throw new AssertionError("managers reserve nothing");
    }

    @Override
    public void unreserve(AccountId who, Balance amount) {
      throw new AssertionError("managers unreserve nothing");
    }

    @Override
    public void transfer(AccountId from, AccountId to, Balance amount, Existence existence) {
      moved.add(from + " to " + to + ": " + amount);
    }

    @Override
    public Balance free(AccountId who) {
      return Balance.ZERO;
    }

    @Override
    public Balance totalIssuance() {
      return Balance.ZERO;
    }
  }
}

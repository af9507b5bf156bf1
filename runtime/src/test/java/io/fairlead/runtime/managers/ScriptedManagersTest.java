package io.fairlead.runtime.managers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.Currency;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.managers.ManagerScript.Answer;
import io.fairlead.runtime.managers.ManagerScript.Hook;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.ManagedBlueprint;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DevGenesisTest {

  @Test
  void the_accounts_are_those_of_every_dev_chain() {
    List<String> names = List.of("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie");

    assertThat(DevGenesis.ACCOUNTS).containsExactlyElementsOf(
        Stream.concat(names.stream().map(name -> "//" + name),
            names.stream().map(name -> "//" + name + "//stash"))
            .map(suri -> KeyPair.ofSuri(Scheme.SR25519, suri))
            .map(key -> AccountId.of(key.accountIdBytes())).toList());
  }

  @Test
  void every_planck_is_somebodys() {
    var chain = new Runtime(Profile.TANGLE_TESTNET, Rules.REPAIRED, DevGenesis.genesis());

    Balance sum = DevGenesis.genesis().endowments().stream().map(Genesis.Endowment::free)
        .reduce(Balance.ZERO, Balance::plus);

    assertThat(chain.currency().totalIssuance()).isEqualTo(sum)
        .isEqualTo(Balance.tnt(12_000_006));
    assertThat(chain.currency().free(DevGenesis.ALICE)).isEqualTo(Balance.tnt(1_000_000));
    assertThat(chain.currency().free(ServicesAccounts.accountOf(DevGenesis.SLASHER)))
        .isEqualTo(Balance.UNIT);
  }

  @Test
  void rounds_begin_beyond_zero_so_that_a_slash_waits() {
    var chain = new DevChain(Rules.REPAIRED);

    assertThat(chain.state.get(Bytes.wrap(Item.prefix("MultiAssetDelegation", "CurrentRound"))))
        .isEqualTo(Bytes.hex("0x01000000"));
    assertThat(chain.state.get(Bytes.wrap(Item.prefix("Session", "CurrentIndex"))))
        .isEqualTo(Bytes.hex("0x01000000"));
    assertThat(chain.state.get(
        Bytes.wrap(Item.prefix("Services", "MasterBlueprintServiceManagerRevisions"))))
        .isEqualTo(Bytes.hex("0x04" + "b2".repeat(20)));
    assertThat(chain.state).doesNotContainKey(Bytes.wrap(Item.prefix("System", "Events")));
  }

  @Test
  void genesis_is_the_same_under_all_rules() {
    assertThat(TangleEngines.dev(Rules.DEPLOYED).genesis())
        .isEqualTo(TangleEngines.dev(Rules.REPAIRED).genesis());
  }

  @Test
  void the_scripts_are_in_the_state_and_not_in_metadata() {
    var chain = new DevChain(Rules.REPAIRED);
    Bytes prefix = Bytes.wrap(Item.prefix("Fairlead", "ManagerScripts"));

    assertThat(chain.state.keySet()).filteredOn(key -> key.startsWith(prefix)).hasSize(3);
    var metadata = (ApiAnswer.Value) chain.engine.call("Metadata_metadata", Bytes.EMPTY);
    assertThat(new String(metadata.bytes().array(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("ManagerScripts");
  }
}

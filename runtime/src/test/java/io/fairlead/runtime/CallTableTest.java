package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Weight, class and fee of each call, by a call of each kind as bytes. */
class CallTableTest {
  private static final String TABLE = "calls.csv";

  private final RuntimeTypes types = new RuntimeTypes(Profile.TANGLE_TESTNET);
  private final Wiring wiring = new Wiring(types, Rules.REPAIRED);

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void weight_class_and_fee_are_those_of_the_chain(String name, String hex, long refTime,
      long proofSize, String dispatchClass, String fee) {
    Call call = types.calls().decode(Hex.bytes(hex)).trusted();

    DispatchInfo info = wiring.dispatcher.info(call);

    assertThat(types.calls().nameOf(call)).isEqualTo(name);
    assertThat(info.weight().refTime()).isEqualTo(refTime);
    assertThat(info.weight().proofSize()).isEqualTo(proofSize);
    assertThat(info.dispatchClass().chainName()).isEqualTo(dispatchClass);
    assertThat(info.pays()).isTrue();
    assertThat(types.calls().size(call)).isEqualTo((hex.length() - 2) / 2);
    assertThat(wiring.payment.fee(100, info.weight(), true, Balance.ZERO))
        .isEqualTo(Balance.parse(fee)).isEqualTo(Balance.of(107_074_000)
            .plus(PaymentPallet.lengthToFee(100)).plus(Balance.of(refTime)));
  }

  @Test
  void the_table_has_a_row_for_each_call() throws Exception {
    var named = new ArrayList<String>();
    try (var in = CallTableTest.class.getResourceAsStream(TABLE)) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#")).forEach(line -> named.add(line.split(",")[0]));
    }
    var present = new ArrayList<String>();
    for (Shape.Case pallet : ((Shape.Variants) types.calls().shape()).cases()) {
      ((Shape.Variants) pallet.fields().getFirst().shape()).cases()
          .forEach(call -> present.add(pallet.name() + "." + call.name()));
    }

    assertThat(named).hasSameElementsAs(present).doesNotHaveDuplicates();
    assertThat(List.of("Services.call", "Sudo.sudo_as")).allMatch(named::contains);
  }
}

package io.fairlead.restaking.lst;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSharesTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
      10, 100, 100, 10
      10,  50, 100, 20
      10, 100,  50, 5
      10,   0, 100, 1000
      10, 100,   0, 10
      10,  30, 100, 33
      10, 300, 200, 6
      90, 900, 400, 40
       0, 100, 100, 0
      """)
  void funds_become_points_at_the_price_of_before(long funds, long balance, long points,
      long expected) {
    assertThat(
        PoolShares.pointsFor(Balance.of(funds), Balance.of(balance), Balance.of(points)))
        .isEqualTo(Balance.of(expected));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      20, 100,  80, 25
      20, 100, 100, 20
       0, 100, 100, 0
      20,   0, 100, 0
      20, 100,   0, 0
       7,  10,   3, 23
      """)
  void points_become_funds_floored(long part, long balance, long points, long expected) {
    assertThat(PoolShares.fundsFor(Balance.of(part), Balance.of(balance), Balance.of(points)))
        .isEqualTo(Balance.of(expected));
  }

  @Test
  void what_does_not_fit_saturates() {
    assertThat(PoolShares.pointsFor(Balance.MAX, Balance.ZERO, Balance.of(2)))
        .isEqualTo(Balance.MAX);
    assertThat(PoolShares.pointsFor(Balance.MAX, Balance.of(1), Balance.of(2)))
        .isEqualTo(Balance.MAX);
    assertThat(PoolShares.fundsFor(Balance.MAX, Balance.MAX, Balance.of(1)))
        .isEqualTo(Balance.MAX);
  }

  @Property
  void nobody_gets_more_back_than_he_gave(@ForAll @LongRange(min = 1) long funds,
      @ForAll @LongRange(min = 1) long balance, @ForAll @LongRange(min = 1) long points) {
    Balance issued =
        PoolShares.pointsFor(Balance.of(funds), Balance.of(balance), Balance.of(points));

    Balance back = PoolShares.fundsFor(issued, Balance.of(balance).plus(Balance.of(funds)),
        Balance.of(points).plus(issued));

    assertThat(back).isLessThanOrEqualTo(Balance.of(funds));
  }

  @Test
  void pools_have_two_accounts_each() {
    assertThat(LstAccounts.bonded(1)).isEqualTo(AccountId
        .hex("0x6d6f646c70792f746e6c737400" + "01000000" + "00".repeat(15)));
    assertThat(LstAccounts.reward(0x0102_0304L)).isEqualTo(AccountId
        .hex("0x6d6f646c70792f746e6c737401" + "04030201" + "00".repeat(15)));
    assertThat(LstAccounts.ADMIN)
        .isEqualTo(AccountId.hex("0x6d6f646c70792f746e6c7374" + "00".repeat(20)));
  }
}

package io.fairlead.runtime.balances;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.Currency.Existence;
import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPropertiesTest {
  private static final int ACCOUNTS = 5;

  record Step(int kind, AccountId who, AccountId other, Balance amount, boolean keep) {}

  @Property(tries = 200)
  void the_issuance_is_what_all_accounts_have(@ForAll("steps") List<Step> steps) {
    var world = new BaseWorld();
    for (int i = 0; i < 3; i++) {
      world.ledger.endow(account(i), Balance.tnt(1));
    }

    for (Step step : steps) {
      var before = world.store.pairs();
      Outcome outcome = world.block.attemptTransactional(() -> run(world, step));

      assertThat(world.sumOfAccounts()).isEqualTo(world.ledger.totalIssuance());
      world.systemStorage.accounts.forEachInAnyOrder(LedgerPropertiesTest::isWhole);
      if (!outcome.isDone()) {
        assertThat(world.store.pairs()).isEqualTo(before);
      }
    }
  }

  private static void run(BaseWorld world, Step step) {
    switch (step.kind) {
      case 0, 1 -> world.ledger.move(step.who, step.other, step.amount, step.keep);
      case 2 -> world.ledger.transfer(step.who, step.other, step.amount,
          step.keep ? Existence.KEEP_ALIVE : Existence.ALLOW_DEATH);
      case 3 -> world.ledger.reserve(step.who, step.amount);
      case 4 -> world.ledger.unreserve(step.who, step.amount);
      default -> payFee(world, step);
    }
  }

  private static void payFee(BaseWorld world, Step step) {
    if (world.ledger.canWithdraw(step.who, step.amount)) {
      assertThat(world.ledger.withdraw(step.who, step.amount)).isTrue();
      var info = DispatchInfo.normal(Weight.of(step.amount.low() >>> 3, 0));
      world.payment.settle(step.who, info, step.keep ? PostDispatch.FREE
          : PostDispatch.AS_DECLARED, 0, Balance.ZERO, step.amount);
    } else {
      assertThat(world.ledger.withdraw(step.who, step.amount)).isFalse();
    }
  }

  /** Money and references agree: neither dust nor money without a provider nor a missing consumer. */
  private static void isWhole(AccountId who, AccountInfo info) {
    var data = info.data();
    assertThat(info.isAlive()).isTrue();
    assertThat(info.providers())
        .isEqualTo(data.free().compareTo(Ledger.EXISTENTIAL_DEPOSIT) >= 0 ? 1 : 0);
    assertThat(info.consumers()).isEqualTo(data.reserved().isZero() ? 0 : 1);
  }

  private static AccountId account(int i) {
    return new AccountId(i + 1, 0, 0, 0);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<AccountId> accounts = Arbitraries.integers().between(0, ACCOUNTS - 1)
        .map(LedgerPropertiesTest::account);
    Arbitrary<Balance> amounts = Arbitraries.oneOf(
        Arbitraries.longs().between(0, Balance.tnt(1).low()).map(Balance::of),
        Arbitraries.longs().between(0, 3 * Ledger.EXISTENTIAL_DEPOSIT.low()).map(Balance::of),
        Arbitraries.of(Balance.tnt(1), Balance.tnt(2),
            Balance.tnt(1).minus(Ledger.EXISTENTIAL_DEPOSIT)));
    return Combinators
        .combine(Arbitraries.integers().between(0, 5), accounts, accounts, amounts,
            Arbitraries.of(true, false))
        .as(Step::new).list().ofMinSize(1).ofMaxSize(60);
  }
}

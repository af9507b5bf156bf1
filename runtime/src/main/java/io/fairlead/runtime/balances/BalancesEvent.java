package io.fairlead.runtime.balances;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The events of Balances. Amounts are planck. */
public sealed interface BalancesEvent extends Event {
  /** An account got its first money. */
  record Endowed(AccountId account, Balance freeBalance) implements BalancesEvent {}

  /** Less than the existential deposit was left and is gone. */
  record DustLost(AccountId account, Balance amount) implements BalancesEvent {}

  /** Money went from one account to another. */
  record Transfer(AccountId from, AccountId to, Balance amount) implements BalancesEvent {}

  /** Root set the free balance. */
  record BalanceSet(AccountId who, Balance free) implements BalancesEvent {}

  /** Moved from free to reserved. */
  record Reserved(AccountId who, Balance amount) implements BalancesEvent {}

  /** Moved from reserved to free. */
  record Unreserved(AccountId who, Balance amount) implements BalancesEvent {}

  /** Reserved money of one account went to another. */
  record ReserveRepatriated(AccountId from, AccountId to, Balance amount,
      BalanceStatus destinationStatus) implements BalancesEvent {}

  /** Money came in, such as the refund of a fee. */
  record Deposit(AccountId who, Balance amount) implements BalancesEvent {}

  /** Money went out, such as a fee. */
  record Withdraw(AccountId who, Balance amount) implements BalancesEvent {}

  /** Taken as a punishment. */
  record Slashed(AccountId who, Balance amount) implements BalancesEvent {}

  /** Made. */
  record Minted(AccountId who, Balance amount) implements BalancesEvent {}

  /** Destroyed. */
  record Burned(AccountId who, Balance amount) implements BalancesEvent {}

  /** Taken out for a while. */
  record Suspended(AccountId who, Balance amount) implements BalancesEvent {}

  /** Brought back. */
  record Restored(AccountId who, Balance amount) implements BalancesEvent {}

  /** The account now knows of reference counts. */
  record Upgraded(AccountId who) implements BalancesEvent {}

  /** The issuance grew. */
  record Issued(Balance amount) implements BalancesEvent {}

  /** The issuance shrank. */
  record Rescinded(Balance amount) implements BalancesEvent {}

  /** A lock was put on. */
  record Locked(AccountId who, Balance amount) implements BalancesEvent {}

  /** A lock was taken off. */
  record Unlocked(AccountId who, Balance amount) implements BalancesEvent {}

  /** More is frozen. */
  record Frozen(AccountId who, Balance amount) implements BalancesEvent {}

  /** Less is frozen. */
  record Thawed(AccountId who, Balance amount) implements BalancesEvent {}

  /** Root set the issuance. */
  record TotalIssuanceForced(Balance old, Balance next) implements BalancesEvent {}

  /** Where repatriated money goes. */
  enum BalanceStatus {
    FREE("Free"), RESERVED("Reserved");

    static final Codec<BalanceStatus> CODEC =
        Codecs.plainEnum("frame_support::traits::tokens::misc::BalanceStatus", values(),
            BalanceStatus::ordinal, s -> s.chainName);

    private final String chainName;

    BalanceStatus(String chainName) {
      this.chainName = chainName;
    }
  }

  /** One byte of index, then the fields. */
  EnumCodec<BalancesEvent> CODEC = codec();

  private static <E> Fields<E> accountAmount(BiFunction<AccountId, Balance, E> make,
      String accountName, Function<E, AccountId> account, String amountName,
      Function<E, Balance> amount) {
    return Fields.of(make::apply, field(accountName, account, AccountId.CODEC, "T::AccountId"),
        field(amountName, amount, Balance.CODEC, "T::Balance"));
  }

  private static <E> Fields<E> whoAmount(BiFunction<AccountId, Balance, E> make,
      Function<E, AccountId> who, Function<E, Balance> amount) {
    return accountAmount(make, "who", who, "amount", amount);
  }

  private static <E> Fields<E> onlyAmount(Function<Balance, E> make, Function<E, Balance> amount) {
    return Fields.of(make, field("amount", amount, Balance.CODEC, "T::Balance"));
  }

  private static EnumCodec<BalancesEvent> codec() {
    String account = "T::AccountId";
    String amount = "T::Balance";
    return Codecs.enumOf("pallet_balances::pallet::Event",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(0, "Endowed", Endowed.class,
            accountAmount(Endowed::new, "account", Endowed::account, "free_balance",
                Endowed::freeBalance)),
        variant(1, "DustLost", DustLost.class,
            accountAmount(DustLost::new, "account", DustLost::account, "amount",
                DustLost::amount)),
        variant(2, "Transfer", Transfer.class,
            Fields.of(Transfer::new, field("from", Transfer::from, AccountId.CODEC, account),
                field("to", Transfer::to, AccountId.CODEC, account),
                field("amount", Transfer::amount, Balance.CODEC, amount))),
        variant(3, "BalanceSet", BalanceSet.class,
            accountAmount(BalanceSet::new, "who", BalanceSet::who, "free", BalanceSet::free)),
        variant(4, "Reserved", Reserved.class,
            whoAmount(Reserved::new, Reserved::who, Reserved::amount)),
        variant(5, "Unreserved", Unreserved.class,
            whoAmount(Unreserved::new, Unreserved::who, Unreserved::amount)),
        variant(6, "ReserveRepatriated", ReserveRepatriated.class,
            Fields.of(ReserveRepatriated::new,
                field("from", ReserveRepatriated::from, AccountId.CODEC, account),
                field("to", ReserveRepatriated::to, AccountId.CODEC, account),
                field("amount", ReserveRepatriated::amount, Balance.CODEC, amount),
                field("destination_status", ReserveRepatriated::destinationStatus,
                    BalanceStatus.CODEC, "Status"))),
        variant(7, "Deposit", Deposit.class,
            whoAmount(Deposit::new, Deposit::who, Deposit::amount)),
        variant(8, "Withdraw", Withdraw.class,
            whoAmount(Withdraw::new, Withdraw::who, Withdraw::amount)),
        variant(9, "Slashed", Slashed.class,
            whoAmount(Slashed::new, Slashed::who, Slashed::amount)),
        variant(10, "Minted", Minted.class, whoAmount(Minted::new, Minted::who, Minted::amount)),
        variant(11, "Burned", Burned.class, whoAmount(Burned::new, Burned::who, Burned::amount)),
        variant(12, "Suspended", Suspended.class,
            whoAmount(Suspended::new, Suspended::who, Suspended::amount)),
        variant(13, "Restored", Restored.class,
            whoAmount(Restored::new, Restored::who, Restored::amount)),
        variant(14, "Upgraded", Upgraded.class,
            Fields.of(Upgraded::new, field("who", Upgraded::who, AccountId.CODEC, account))),
        variant(15, "Issued", Issued.class, onlyAmount(Issued::new, Issued::amount)),
        variant(16, "Rescinded", Rescinded.class, onlyAmount(Rescinded::new, Rescinded::amount)),
        variant(17, "Locked", Locked.class, whoAmount(Locked::new, Locked::who, Locked::amount)),
        variant(18, "Unlocked", Unlocked.class,
            whoAmount(Unlocked::new, Unlocked::who, Unlocked::amount)),
        variant(19, "Frozen", Frozen.class, whoAmount(Frozen::new, Frozen::who, Frozen::amount)),
        variant(20, "Thawed", Thawed.class, whoAmount(Thawed::new, Thawed::who, Thawed::amount)),
        variant(21, "TotalIssuanceForced", TotalIssuanceForced.class,
            Fields.of(TotalIssuanceForced::new,
                field("old", TotalIssuanceForced::old, Balance.CODEC, amount),
                field("new", TotalIssuanceForced::next, Balance.CODEC, amount))));
  }

  @Override
  default String pallet() {
    return BalancesCall.PALLET;
  }
}

package io.fairlead.runtime.balances;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Balances. Amounts are planck, compact on the wire. */
public sealed interface BalancesCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Balances";

  /** Moves free planck; the sender's account may end. */
  record TransferAllowDeath(MultiAddress dest, Balance value) implements BalancesCall {}

  /** As the former, by Root, from any account. */
  record ForceTransfer(MultiAddress source, MultiAddress dest, Balance value)
      implements BalancesCall {}

  /** Moves free planck; the sender's account must live on. */
  record TransferKeepAlive(MultiAddress dest, Balance value) implements BalancesCall {}

  /** Moves all that can be moved. */
  record TransferAll(MultiAddress dest, boolean keepAlive) implements BalancesCall {}

  /** Root gives reserved planck back to the account that they are of. */
  record ForceUnreserve(MultiAddress who, Balance amount) implements BalancesCall {}

  /** Brings accounts to the new logic; free where nine of ten needed it. */
  record UpgradeAccounts(List<AccountId> who) implements BalancesCall {
    public UpgradeAccounts {
      who = List.copyOf(who);
    }
  }

  /** Root sets the free planck of an account. */
  record ForceSetBalance(MultiAddress who, Balance newFree) implements BalancesCall {}

  /** Root makes the issuance another one. */
  record ForceAdjustTotalIssuance(Direction direction, Balance delta) implements BalancesCall {}

  /** Destroys free planck of the signer. */
  record Burn(Balance value, boolean keepAlive) implements BalancesCall {}

  /** Whether the issuance grows. */
  enum Direction {
    INCREASE("Increase"), DECREASE("Decrease");

    static final Codec<Direction> CODEC =
        Codecs.plainEnum("pallet_balances::types::AdjustmentDirection", values(),
            Direction::ordinal, d -> d.chainName);

    private final String chainName;

    Direction(String chainName) {
      this.chainName = chainName;
    }
  }

  /** One byte of index, then the arguments. */
  EnumCodec<BalancesCall> CODEC = codec();

  private static EnumCodec<BalancesCall> codec() {
    String address = "AccountIdLookupOf<T>";
    String amount = "T::Balance";
    return Codecs.enumOf("pallet_balances::pallet::Call",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(0, "transfer_allow_death", TransferAllowDeath.class,
            Fields.of(TransferAllowDeath::new,
                field("dest", TransferAllowDeath::dest, MultiAddress.CODEC, address),
                field("value", TransferAllowDeath::value, Balance.COMPACT, amount))),
        variant(2, "force_transfer", ForceTransfer.class,
            Fields.of(ForceTransfer::new,
                field("source", ForceTransfer::source, MultiAddress.CODEC, address),
                field("dest", ForceTransfer::dest, MultiAddress.CODEC, address),
                field("value", ForceTransfer::value, Balance.COMPACT, amount))),
        variant(3, "transfer_keep_alive", TransferKeepAlive.class,
            Fields.of(TransferKeepAlive::new,
                field("dest", TransferKeepAlive::dest, MultiAddress.CODEC, address),
                field("value", TransferKeepAlive::value, Balance.COMPACT, amount))),
        variant(4, "transfer_all", TransferAll.class,
            Fields.of(TransferAll::new,
                field("dest", TransferAll::dest, MultiAddress.CODEC, address),
                field("keep_alive", TransferAll::keepAlive, Codecs.BOOL, "bool"))),
        variant(5, "force_unreserve", ForceUnreserve.class,
            Fields.of(ForceUnreserve::new,
                field("who", ForceUnreserve::who, MultiAddress.CODEC, address),
                field("amount", ForceUnreserve::amount, Balance.CODEC, amount))),
        variant(6, "upgrade_accounts", UpgradeAccounts.class,
            Fields.of(UpgradeAccounts::new,
                field("who", UpgradeAccounts::who, Codecs.list(AccountId.CODEC),
                    "Vec<T::AccountId>"))),
        variant(8, "force_set_balance", ForceSetBalance.class,
            Fields.of(ForceSetBalance::new,
                field("who", ForceSetBalance::who, MultiAddress.CODEC, address),
                field("new_free", ForceSetBalance::newFree, Balance.COMPACT, amount))),
        variant(9, "force_adjust_total_issuance", ForceAdjustTotalIssuance.class,
            Fields.of(ForceAdjustTotalIssuance::new,
                field("direction", ForceAdjustTotalIssuance::direction, Direction.CODEC,
                    "AdjustmentDirection"),
                field("delta", ForceAdjustTotalIssuance::delta, Balance.COMPACT, amount))),
        variant(10, "burn", Burn.class,
            Fields.of(Burn::new, field("value", Burn::value, Balance.COMPACT, amount),
                field("keep_alive", Burn::keepAlive, Codecs.BOOL, "bool"))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

package io.fairlead.runtime.balances;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
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
                field("keep_alive", TransferAll::keepAlive, Codecs.BOOL, "bool"))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

package io.fairlead.runtime.staking;

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

/** The calls of Staking that are here. Amounts are planck, compact on the wire. */
public sealed interface StakingCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Staking";

  /** The signer bonds up to {@code value} and becomes a stash. */
  record Bond(Balance value, RewardDestination payee) implements StakingCall {}

  /** A stash bonds up to {@code maxAdditional} more of what it has free. */
  record BondExtra(Balance maxAdditional) implements StakingCall {}

  /** Up to {@code value} leaves the bond in {@link StakingLimits#BONDING_ERAS} eras. */
  record Unbond(Balance value) implements StakingCall {}

  /**
   * What has left the bond is free again.
   *
   * @param slashingSpans at least as many as the stash has, u32
   */
  record WithdrawUnbonded(long slashingSpans) implements StakingCall {}

  /** The bond nominates validators, in place of what it did before. */
  record Nominate(List<MultiAddress> targets) implements StakingCall {
    public Nominate {
      targets = List.copyOf(targets);
    }
  }

  /** The bond neither nominates nor validates. */
  record Chill() implements StakingCall {}

  /** Rewards go elsewhere. */
  record SetPayee(RewardDestination payee) implements StakingCall {}

  /** Up to {@code value} of what leaves the bond stays in it. */
  record Rebond(Balance value) implements StakingCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<StakingCall> CODEC = Codecs.enumOf("pallet_staking::pallet::pallet::Call",
      List.of(Shape.skipped("T")),
      variant(0, "bond", Bond.class,
          Fields.of(Bond::new, field("value", Bond::value, Balance.COMPACT, "BalanceOf<T>"),
              field("payee", Bond::payee, RewardDestination.CODEC,
                  "RewardDestination<T::AccountId>"))),
      variant(1, "bond_extra", BondExtra.class,
          Fields.of(BondExtra::new,
              field("max_additional", BondExtra::maxAdditional, Balance.COMPACT,
                  "BalanceOf<T>"))),
      variant(2, "unbond", Unbond.class,
          Fields.of(Unbond::new,
              field("value", Unbond::value, Balance.COMPACT, "BalanceOf<T>"))),
      variant(3, "withdraw_unbonded", WithdrawUnbonded.class,
          Fields.of(WithdrawUnbonded::new,
              field("num_slashing_spans", WithdrawUnbonded::slashingSpans, Codecs.U32, "u32"))),
      variant(5, "nominate", Nominate.class,
          Fields.of(Nominate::new,
              field("targets", Nominate::targets, Codecs.list(MultiAddress.CODEC),
                  "Vec<AccountIdLookupOf<T>>"))),
      variant(6, "chill", Chill.class, new Chill()),
      variant(7, "set_payee", SetPayee.class,
          Fields.of(SetPayee::new,
              field("payee", SetPayee::payee, RewardDestination.CODEC,
                  "RewardDestination<T::AccountId>"))),
      variant(19, "rebond", Rebond.class,
          Fields.of(Rebond::new,
              field("value", Rebond::value, Balance.COMPACT, "BalanceOf<T>"))));

  @Override
  default String pallet() {
    return PALLET;
  }
}

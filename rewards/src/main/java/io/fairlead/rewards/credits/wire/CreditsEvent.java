package io.fairlead.rewards.credits.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The events of Credits. */
public sealed interface CreditsEvent extends Event {
  /** {@code who} gave {@code tntBurned} planck away for so many credits. */
  record CreditsGrantedFromBurn(AccountId who, Balance tntBurned, Balance creditsGranted)
      implements CreditsEvent {}

  /** {@code who} claimed credits for an account outside the chain. */
  record CreditsClaimed(AccountId who, Balance amountClaimed, Bytes offchainAccountId)
      implements CreditsEvent {}

  /** The tiers of TNT changed. */
  record StakeTiersUpdated() implements CreditsEvent {}

  /** The tiers of an asset changed. */
  record AssetStakeTiersUpdated(AssetId assetId) implements CreditsEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<CreditsEvent> CODEC = Codecs.enumOf("pallet_credits::pallet::Event",
      List.of(Shape.skipped("T")),
      variant(0, "CreditsGrantedFromBurn", CreditsGrantedFromBurn.class,
          Fields.of(CreditsGrantedFromBurn::new,
              field("who", CreditsGrantedFromBurn::who, AccountId.CODEC, "T::AccountId"),
              field("tnt_burned", CreditsGrantedFromBurn::tntBurned, Balance.CODEC,
                  "BalanceOf<T>"),
              field("credits_granted", CreditsGrantedFromBurn::creditsGranted, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(1, "CreditsClaimed", CreditsClaimed.class,
          Fields.of(CreditsClaimed::new,
              field("who", CreditsClaimed::who, AccountId.CODEC, "T::AccountId"),
              field("amount_claimed", CreditsClaimed::amountClaimed, Balance.CODEC,
                  "BalanceOf<T>"),
              field("offchain_account_id", CreditsClaimed::offchainAccountId,
                  CreditsCall.OFFCHAIN_ACCOUNT_ID, "OffchainAccountIdOf<T>"))),
      variant(2, "StakeTiersUpdated", StakeTiersUpdated.class, new StakeTiersUpdated()),
      variant(3, "AssetStakeTiersUpdated", AssetStakeTiersUpdated.class,
          Fields.of(AssetStakeTiersUpdated::new,
              field("asset_id", AssetStakeTiersUpdated::assetId, AssetId.CODEC, "T::AssetId"))));

  @Override
  default String pallet() {
    return CreditsCall.PALLET;
  }
}

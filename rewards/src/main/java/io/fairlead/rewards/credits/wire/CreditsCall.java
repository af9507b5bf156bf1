package io.fairlead.rewards.credits.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Credits. Amounts of TNT are planck, compact on the wire. */
public sealed interface CreditsCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Credits";

  /** Gives TNT away for credits; what accrued so far is lost. */
  record Burn(Balance amount) implements CreditsCall {}

  /** Claims some of what the signer's deposits accrued; the rest is lost. */
  record ClaimCredits(Balance amountToClaim, Bytes offchainAccountId) implements CreditsCall {}

  /** The same by the tiers of one asset. */
  record ClaimCreditsWithAsset(Balance amountToClaim, Bytes offchainAccountId, AssetId assetId)
      implements CreditsCall {}

  /** Replaces the tiers of TNT. */
  record SetStakeTiers(List<StakeTier> newTiers) implements CreditsCall {
    public SetStakeTiers {
      newTiers = List.copyOf(newTiers);
    }
  }

  /** Replaces the tiers of one asset. */
  record SetAssetStakeTiers(AssetId assetId, List<StakeTier> newTiers) implements CreditsCall {
    public SetAssetStakeTiers {
      newTiers = List.copyOf(newTiers);
    }
  }

  /** {@code OffchainAccountIdOf}. */
  Codec<Bytes> OFFCHAIN_ACCOUNT_ID =
      Bytes.codec(Codecs.boundedBytes(CreditsLimits.OFFCHAIN_ACCOUNT_ID_BYTES_MAX));

  /** One byte of index, then the arguments. */
  EnumCodec<CreditsCall> CODEC = codec();

  private static EnumCodec<CreditsCall> codec() {
    String balance = "BalanceOf<T>";
    String offchain = "OffchainAccountIdOf<T>";
    String tiers = "Vec<StakeTier<BalanceOf<T>>>";
    Codec<List<StakeTier>> newTiers = Codecs.list(StakeTier.CODEC);
    return Codecs.enumOf("pallet_credits::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "burn", Burn.class,
            Fields.of(Burn::new, field("amount", Burn::amount, Balance.COMPACT, balance))),
        variant(1, "claim_credits", ClaimCredits.class,
            Fields.of(ClaimCredits::new,
                field("amount_to_claim", ClaimCredits::amountToClaim, Balance.COMPACT, balance),
                field("offchain_account_id", ClaimCredits::offchainAccountId,
                    OFFCHAIN_ACCOUNT_ID, offchain))),
        variant(2, "claim_credits_with_asset", ClaimCreditsWithAsset.class,
            Fields.of(ClaimCreditsWithAsset::new,
                field("amount_to_claim", ClaimCreditsWithAsset::amountToClaim, Balance.COMPACT,
                    balance),
                field("offchain_account_id", ClaimCreditsWithAsset::offchainAccountId,
                    OFFCHAIN_ACCOUNT_ID, offchain),
                field("asset_id", ClaimCreditsWithAsset::assetId, AssetId.CODEC,
                    "T::AssetId"))),
        variant(3, "set_stake_tiers", SetStakeTiers.class,
            Fields.of(SetStakeTiers::new,
                field("new_tiers", SetStakeTiers::newTiers, newTiers, tiers))),
        variant(4, "set_asset_stake_tiers", SetAssetStakeTiers.class,
            Fields.of(SetAssetStakeTiers::new,
                field("asset_id", SetAssetStakeTiers::assetId, AssetId.CODEC, "T::AssetId"),
                field("new_tiers", SetAssetStakeTiers::newTiers, newTiers, tiers))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

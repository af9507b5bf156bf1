package io.fairlead.runtime.assets;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Assets. Amounts are in the asset's smallest unit, compact on the wire. */
public sealed interface AssetsCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Assets";

  /**
   * Root makes an asset, without a deposit.
   *
   * @param owner owner, issuer, admin and freezer
   * @param isSufficient whether it lets an account live by itself
   * @param minBalance least amount that an account can have, above zero
   */
  record ForceCreate(AssetId id, MultiAddress owner, boolean isSufficient, Balance minBalance)
      implements AssetsCall {}

  /** The issuer makes more of an asset. */
  record Mint(AssetId id, MultiAddress beneficiary, Balance amount) implements AssetsCall {}

  /** Moves some of an asset; the sender's holding may end. */
  record Transfer(AssetId id, MultiAddress target, Balance amount) implements AssetsCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<AssetsCall> CODEC = codec();

  private static EnumCodec<AssetsCall> codec() {
    String id = "T::AssetIdParameter";
    String address = "AccountIdLookupOf<T>";
    String amount = "T::Balance";
    return Codecs.enumOf("pallet_assets::pallet::Call",
        List.of(Shape.skipped("T"), Shape.skipped("I")),
        variant(1, "force_create", ForceCreate.class,
            Fields.of(ForceCreate::new, field("id", ForceCreate::id, AssetId.COMPACT, id),
                field("owner", ForceCreate::owner, MultiAddress.CODEC, address),
                field("is_sufficient", ForceCreate::isSufficient, Codecs.BOOL, "bool"),
                field("min_balance", ForceCreate::minBalance, Balance.COMPACT, amount))),
        variant(6, "mint", Mint.class,
            Fields.of(Mint::new, field("id", Mint::id, AssetId.COMPACT, id),
                field("beneficiary", Mint::beneficiary, MultiAddress.CODEC, address),
                field("amount", Mint::amount, Balance.COMPACT, amount))),
        variant(8, "transfer", Transfer.class,
            Fields.of(Transfer::new, field("id", Transfer::id, AssetId.COMPACT, id),
                field("target", Transfer::target, MultiAddress.CODEC, address),
                field("amount", Transfer::amount, Balance.COMPACT, amount))));
  }

  @Override
  default String pallet() {
    return PALLET;
  }
}

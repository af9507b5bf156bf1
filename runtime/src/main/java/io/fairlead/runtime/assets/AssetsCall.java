package io.fairlead.runtime.assets;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.EnumCodec;

/**
 * The calls of Assets. Amounts are in the asset's smallest unit. An asset has an owner, and an issuer,
 * an admin and a freezer that the owner names; force is what Root may, and on mainnet the council.
 */
public sealed interface AssetsCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Assets";

  /** The asset that the call is about. */
  AssetId id();

  /** Calls that begin and end assets. */
  sealed interface Life extends AssetsCall {}

  /** Calls that move what accounts have. */
  sealed interface Money extends AssetsCall {}

  /** Calls about a single holding. */
  sealed interface Holder extends AssetsCall {}

  /** Calls about what an asset is and who looks after it. */
  sealed interface Team extends AssetsCall {}

  /**
   * Makes an asset for a deposit; only the account of Lst may.
   *
   * @param admin admin, issuer and freezer
   * @param minBalance least amount that an account can have, above zero
   */
  record Create(AssetId id, MultiAddress admin, Balance minBalance) implements Life {}

  /**
   * Force makes an asset, without a deposit.
   *
   * @param owner owner, issuer, admin and freezer
   * @param isSufficient whether it lets an account live by itself
   * @param minBalance least amount that an account can have, above zero
   */
  record ForceCreate(AssetId id, MultiAddress owner, boolean isSufficient, Balance minBalance)
      implements Life {}

  /** The owner or force begins to end an asset: nothing else can be done with it any more. */
  record StartDestroy(AssetId id) implements Life {}

  /** Anybody removes up to 1,000 holdings of an asset that ends. */
  record DestroyAccounts(AssetId id) implements Life {}

  /** Anybody removes up to 1,000 approvals of an asset that ends. */
  record DestroyApprovals(AssetId id) implements Life {}

  /** Anybody ends an asset that has neither holdings nor approvals left. */
  record FinishDestroy(AssetId id) implements Life {}

  /** The issuer makes more of an asset. */
  record Mint(AssetId id, MultiAddress beneficiary, Balance amount) implements Money {}

  /** The admin destroys what an account has, as far as it goes. */
  record Burn(AssetId id, MultiAddress who, Balance amount) implements Money {}

  /** Moves some of an asset; the sender's holding may end. */
  record Transfer(AssetId id, MultiAddress target, Balance amount) implements Money {}

  /** Moves some of an asset; the sender's holding must live on. */
  record TransferKeepAlive(AssetId id, MultiAddress target, Balance amount)
      implements Money {}

  /** The admin moves some of an asset from one account to another. */
  record ForceTransfer(AssetId id, MultiAddress source, MultiAddress dest, Balance amount)
      implements Money {}

  /** The freezer stops an account from sending. */
  record Freeze(AssetId id, MultiAddress who) implements Holder {}

  /** The admin lets an account send and receive again. */
  record Thaw(AssetId id, MultiAddress who) implements Holder {}

  /** The freezer stops everybody from sending. */
  record FreezeAsset(AssetId id) implements Team {}

  /** The admin lets everybody send again. */
  record ThawAsset(AssetId id) implements Team {}

  /** The owner gives the asset away, with the deposits. */
  record TransferOwnership(AssetId id, MultiAddress owner) implements Team {}

  /** The owner names issuer, admin and freezer. */
  record SetTeam(AssetId id, MultiAddress issuer, MultiAddress admin, MultiAddress freezer)
      implements Team {}

  /** The owner sets name and symbol (at most 50 bytes each) and decimals. */
  record SetMetadata(AssetId id, Bytes name, Bytes symbol, int decimals)
      implements Team {}

  /** The owner removes name, symbol and decimals. */
  record ClearMetadata(AssetId id) implements Team {}

  /** Force sets name, symbol and decimals; {@code isFrozen}: the owner cannot set others. */
  record ForceSetMetadata(AssetId id, Bytes name, Bytes symbol, int decimals, boolean isFrozen)
      implements Team {}

  /** Force removes name, symbol and decimals. */
  record ForceClearMetadata(AssetId id) implements Team {}

  /** Force changes whatever an asset is. */
  record ForceAssetStatus(AssetId id, MultiAddress owner, MultiAddress issuer,
      MultiAddress admin, MultiAddress freezer, Balance minBalance, boolean isSufficient,
      boolean isFrozen) implements Team {}

  /** Lets another account send so much more for the signer, for a deposit. */
  record ApproveTransfer(AssetId id, MultiAddress delegate, Balance amount)
      implements Money {}

  /** No longer lets another account send for the signer. */
  record CancelApproval(AssetId id, MultiAddress delegate) implements Money {}

  /** The admin or force no longer lets an account send for another. */
  record ForceCancelApproval(AssetId id, MultiAddress owner, MultiAddress delegate)
      implements Money {}

  /** Sends for another account. */
  record TransferApproved(AssetId id, MultiAddress owner, MultiAddress destination,
      Balance amount) implements Money {}

  /** Opens an empty holding for a deposit. */
  record Touch(AssetId id) implements Holder {}

  /** Closes a holding for its deposit; {@code allowBurn}: whatever is in it. */
  record Refund(AssetId id, boolean allowBurn) implements Holder {}

  /** The owner sets another least holding: a lower one, or any while nobody has the asset. */
  record SetMinBalance(AssetId id, Balance minBalance) implements Team {}

  /** Admin or freezer open an empty holding of another account, for a deposit. */
  record TouchOther(AssetId id, MultiAddress who) implements Holder {}

  /** The depositor or the admin close an empty holding that another opened. */
  record RefundOther(AssetId id, MultiAddress who) implements Holder {}

  /** The freezer stops an account from sending and receiving. */
  record Block(AssetId id, MultiAddress who) implements Holder {}

  /** One byte of index, then the arguments. */
  EnumCodec<AssetsCall> CODEC = AssetsCallCodec.codec();

  @Override
  default String pallet() {
    return PALLET;
  }
}

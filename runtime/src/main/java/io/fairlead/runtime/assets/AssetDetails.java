package io.fairlead.runtime.assets;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * An asset ({@code pallet_assets::AssetDetails}). Amounts in its smallest unit, the deposit in planck.
 *
 * @param supply of all accounts together
 * @param minBalance least amount that an account can have
 * @param isSufficient whether it lets an account live by itself
 * @param accounts how many have it, u32
 * @param sufficients how many of them live by it, u32
 * @param approvals how many delegates may send it, u32
 */
public record AssetDetails(AccountId owner, AccountId issuer, AccountId admin, AccountId freezer,
    Balance supply, Balance deposit, Balance minBalance, boolean isSufficient, long accounts,
    long sufficients, long approvals, Status status) {

  /** What can be done with the asset. */
  public enum Status {
    LIVE("Live"), FROZEN("Frozen"), DESTROYING("Destroying");

    static final Codec<Status> CODEC = Codecs.plainEnum("pallet_assets::types::AssetStatus",
        values(), Status::ordinal, s -> s.chainName);

    private final String chainName;

    Status(String chainName) {
      this.chainName = chainName;
    }
  }

  static final Codec<AssetDetails> CODEC = Codecs.struct("pallet_assets::types::AssetDetails",
      Fields.of(AssetDetails::new,
          Fields.field("owner", AssetDetails::owner, AccountId.CODEC, "AccountId"),
          Fields.field("issuer", AssetDetails::issuer, AccountId.CODEC, "AccountId"),
          Fields.field("admin", AssetDetails::admin, AccountId.CODEC, "AccountId"),
          Fields.field("freezer", AssetDetails::freezer, AccountId.CODEC, "AccountId"),
          Fields.field("supply", AssetDetails::supply, Balance.CODEC, "Balance"),
          Fields.field("deposit", AssetDetails::deposit, Balance.CODEC, "DepositBalance"),
          Fields.field("min_balance", AssetDetails::minBalance, Balance.CODEC, "Balance"),
          Fields.field("is_sufficient", AssetDetails::isSufficient, Codecs.BOOL, "bool"),
          Fields.field("accounts", AssetDetails::accounts, Codecs.U32, "u32"),
          Fields.field("sufficients", AssetDetails::sufficients, Codecs.U32, "u32"),
          Fields.field("approvals", AssetDetails::approvals, Codecs.U32, "u32"),
          Fields.field("status", AssetDetails::status, Status.CODEC, "AssetStatus")),
      Shape.param("Balance", Balance.CODEC.shape()),
      Shape.param("AccountId", AccountId.CODEC.shape()),
      Shape.param("DepositBalance", Balance.CODEC.shape()));

  AssetDetails withSupply(Balance next) {
    return new AssetDetails(owner, issuer, admin, freezer, next, deposit, minBalance, isSufficient,
        accounts, sufficients, approvals, status);
  }

  AssetDetails withHolders(long nextAccounts, long nextSufficients) {
    return new AssetDetails(owner, issuer, admin, freezer, supply, deposit, minBalance,
        isSufficient, nextAccounts, nextSufficients, approvals, status);
  }

  AssetDetails withApprovals(long next) {
    return new AssetDetails(owner, issuer, admin, freezer, supply, deposit, minBalance,
        isSufficient, accounts, sufficients, next, status);
  }

  AssetDetails withStatus(Status next) {
    return new AssetDetails(owner, issuer, admin, freezer, supply, deposit, minBalance,
        isSufficient, accounts, sufficients, approvals, next);
  }

  AssetDetails withOwner(AccountId next) {
    return new AssetDetails(next, issuer, admin, freezer, supply, deposit, minBalance,
        isSufficient, accounts, sufficients, approvals, status);
  }

  AssetDetails withTeam(AccountId nextIssuer, AccountId nextAdmin, AccountId nextFreezer) {
    return new AssetDetails(owner, nextIssuer, nextAdmin, nextFreezer, supply, deposit, minBalance,
        isSufficient, accounts, sufficients, approvals, status);
  }

  AssetDetails withMinBalance(Balance next) {
    return new AssetDetails(owner, issuer, admin, freezer, supply, deposit, next, isSufficient,
        accounts, sufficients, approvals, status);
  }

  AssetDetails withSufficient(boolean next) {
    return new AssetDetails(owner, issuer, admin, freezer, supply, deposit, minBalance, next,
        accounts, sufficients, approvals, status);
  }
}

package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.Fungibles;
import io.fairlead.restaking.TokenContracts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.services.wire.RefundAccount;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;

/** The payment of a request: held by the pallet, handed to the master manager at the start. */
final class RequestPayments {
  private final ServicesStorage storage;
  private final Block block;
  private final Currency currency;
  private final Fungibles assets;
  private final TokenContracts tokens;

  RequestPayments(ServicesStorage storage, Block block, Services.Ports ports) {
    this.storage = storage;
    this.block = block;
    this.currency = ports.currency();
    this.assets = ports.assets();
    this.tokens = ports.tokens();
  }

  /** Takes the payment of a request, more than zero, from {@code caller}. */
  void stage(long requestId, AccountId caller, ServicesCall.Request call) {
    Asset asset = call.paymentAsset();
    Balance value = call.value();
    RefundAccount refundTo = switch (asset) {
      case Asset.Custom(AssetId id) -> {
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(caller, ServicesAccounts.PALLET, value, Currency.Existence.KEEP_ALIVE);
        } else {
          assets.transfer(id, caller, ServicesAccounts.PALLET, value,
              Fungibles.Preservation.PRESERVE);
        }
        yield new RefundAccount.Id(caller);
      }
      case Asset.Erc20(EvmAddress token) -> {
        EvmAddress payer = call.evmOrigin();
        if (payer == null) {
          throw ServicesError.MISSING_EVM_ORIGIN.refusal();
        }
        ensure(ServicesAccounts.accountOf(payer).equals(caller), DispatchError.BAD_ORIGIN);
        transferToken(payer, token, ServicesAccounts.PALLET_EVM, value);
        yield new RefundAccount.Address(payer);
      }
    };
    storage.stagingServicePayments.put(requestId,
        new StagingServicePayment(requestId, refundTo, asset, value));
  }

  /** Hands the payment of a request, if there is one, to the master manager. */
  void release(long requestId, EvmAddress master) {
    StagingServicePayment payment = storage.stagingServicePayments.orNull(requestId);
    if (payment == null) {
      return;
    }
    AccountId receiver = ServicesAccounts.accountOf(master);
    switch (payment.asset()) {
      case Asset.Custom(AssetId id) -> {
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(ServicesAccounts.PALLET, receiver, payment.amount(),
              Currency.Existence.ALLOW_DEATH);
        } else {
          assets.transfer(id, ServicesAccounts.PALLET, receiver, payment.amount(),
              Fungibles.Preservation.EXPENDABLE);
        }
      }
      case Asset.Erc20(EvmAddress token) ->
          transferToken(ServicesAccounts.PALLET_EVM, token, master, payment.amount());
    }
    storage.stagingServicePayments.remove(requestId);
  }

  /**
   * Gives the payment of a request, if there is one, back to who paid it. Refused with
   * {@code ExpectedAccountId} or {@code ExpectedEVMAddress} where that is no account of the asset's
   * kind ({@code do_reject}).
   */
  void refund(long requestId) {
    StagingServicePayment payment = storage.stagingServicePayments.orNull(requestId);
    if (payment == null) {
      return;
    }
    switch (payment.asset()) {
      case Asset.Custom(AssetId id) -> {
        if (!(payment.refundTo() instanceof RefundAccount.Id(AccountId payer))) {
          throw ServicesError.EXPECTED_ACCOUNT_ID.refusal();
        }
        if (id.equals(AssetId.NATIVE)) {
          currency.transfer(ServicesAccounts.PALLET, payer, payment.amount(),
              Currency.Existence.ALLOW_DEATH);
        } else {
          assets.transfer(id, ServicesAccounts.PALLET, payer, payment.amount(),
              Fungibles.Preservation.EXPENDABLE);
        }
      }
      case Asset.Erc20(EvmAddress token) -> {
        if (!(payment.refundTo() instanceof RefundAccount.Address(EvmAddress payer))) {
          throw ServicesError.EXPECTED_EVM_ADDRESS.refusal();
        }
        transferToken(ServicesAccounts.PALLET_EVM, token, payer, payment.amount());
      }
    }
    storage.stagingServicePayments.remove(requestId);
  }

  private void transferToken(EvmAddress from, EvmAddress token, EvmAddress to, Balance amount) {
    boolean[] moved = new boolean[1];
    // every error of the token's call becomes this one, which takes the whole call back anyway:
    // do_request, do_reject and the start of a service map it (functions::request, ::reject,
    // ::approve)
    boolean done =
        block.attempt(() -> moved[0] = tokens.transfer(from, token, to, amount)).isDone();
    ensure(done && moved[0], ServicesError.ERC20_TRANSFER_FAILED);
  }
}

package io.fairlead.runtime.managers;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;

/** The errors of the pallet EVM with which its runner refuses a call; the ordinal is the index. */
public enum EvmError implements PalletError {
  BALANCE_LOW("BalanceLow"), FEE_OVERFLOW("FeeOverflow"), PAYMENT_OVERFLOW("PaymentOverflow"),
  WITHDRAW_FAILED("WithdrawFailed"), GAS_PRICE_TOO_LOW("GasPriceTooLow"),
  INVALID_NONCE("InvalidNonce"), GAS_LIMIT_TOO_LOW("GasLimitTooLow"),
  GAS_LIMIT_TOO_HIGH("GasLimitTooHigh"), INVALID_CHAIN_ID("InvalidChainId"),
  INVALID_SIGNATURE("InvalidSignature"), REENTRANCY("Reentrancy"),
  TRANSACTION_MUST_COME_FROM_EOA("TransactionMustComeFromEOA"), UNDEFINED("Undefined");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  EvmError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return "EVM";
  }

  @Override
  public int index() {
    return ordinal();
  }

  @Override
  public String chainName() {
    return chainName;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}

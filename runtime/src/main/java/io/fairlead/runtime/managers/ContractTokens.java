package io.fairlead.runtime.managers;

import com.esaulpaugh.headlong.abi.Function;
import io.fairlead.restaking.TokenContracts;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;

/** ERC20 tokens that are contracts ({@code erc20_transfer}, the slash alert). */
public final class ContractTokens implements TokenContracts {
  private static final long GAS = 500_000;
  private static final Function TRANSFER = Function.parse("transfer(address,uint256)");
  private static final Function ON_SLASH =
      Function.parse("onSlash(uint64,uint64,bytes32,uint256)");

  private final Contracts contracts;
  private final Reverts reverts;

  /** Who tells of a call that reverted: the pallet that asks has an event of its own for it. */
  @FunctionalInterface
  public interface Reverts {
    /** {@code to} reverted a call of {@code from} with input {@code data}. */
    void deposit(EvmAddress from, EvmAddress to, Bytes data, Bytes reason);
  }

  /** Tokens behind {@code contracts}. */
  public ContractTokens(Contracts contracts, Reverts reverts) {
    this.contracts = contracts;
    this.reverts = reverts;
  }

  @Override
  public boolean transfer(EvmAddress from, EvmAddress token, EvmAddress to, Balance amount) {
    Bytes output = run(from, token, Abi.call(TRANSFER, Abi.address(to), amount.toBigInteger()));
    return Abi.isTrue(output);
  }

  @Override
  public void onSlash(EvmAddress from, EvmAddress token, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {
    run(from, token, Abi.call(ON_SLASH, Abi.uint(blueprintId), Abi.uint(serviceId),
        operator.bytes(), amount.toBigInteger()));
  }

  /** What a successful call gave back; nothing after any other. */
  private Bytes run(EvmAddress from, EvmAddress token, Bytes input) {
    return switch (contracts.call(from, token, input, Balance.ZERO, GAS)) {
      case Contracts.Answer.Refused(DispatchError error) -> throw error.refusal();
      case Contracts.Answer.Ran(Contracts.Exit exit, Bytes output) -> switch (exit) {
        case SUCCEEDED -> output;
        case FAILED -> Bytes.EMPTY;
        case REVERTED -> {
          reverts.deposit(from, token, input, output);
          yield Bytes.EMPTY;
        }
      };
    };
  }
}

package io.fairlead.restaking;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;

/** A token contract that does as it is told. */
final class FakeTokens implements TokenContracts {
  enum Answer {
    TRUE, FALSE, RUNNER_REFUSES
  }

  Answer transfers = Answer.TRUE;
  boolean alertRefused;
  final List<String> calls = new ArrayList<>();

  @Override
  public boolean transfer(EvmAddress from, EvmAddress token, EvmAddress to, Balance amount) {
    calls.add("transfer " + amount + " from " + from + " to " + to);
    return switch (transfers) {
      case TRUE -> true;
      case FALSE -> false;
      case RUNNER_REFUSES -> throw DispatchError.Plain.OTHER.refusal();
    };
  }

  @Override
  public void onSlash(EvmAddress from, EvmAddress token, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {
    calls.add("onSlash " + blueprintId + " " + serviceId + " " + amount);
    if (alertRefused) {
      throw DispatchError.Plain.OTHER.refusal();
    }
  }
}

package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.LinkedHashMap;
import java.util.Map;

/** Income of the blocks of one transaction, added to the rows at its end. */
final class IncomeSums {

  /** Key of a row. */
  record Of(AccountId who, long era, long day, IncomeCause cause, long service, Asset asset) {}

  /** What is added to it. */
  record Sum(Balance amount, long times, long lastBlock) {}

  private final Map<Of, Sum> sums = new LinkedHashMap<>();

  void add(Of of, Balance amount, long block) {
    sums.merge(of, new Sum(amount, 1, block), (was, more) -> new Sum(
        was.amount().saturatingPlus(more.amount()), was.times() + 1, more.lastBlock()));
  }

  Map<Of, Sum> sums() {
    return sums;
  }
}

package io.fairlead.rewards;

import io.fairlead.restaking.Backers;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.ServiceQueries;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/**
 * Whose TNT stands behind an operator of the service has a part of its income, by amount, the operator's
 * own stake included; what rounding leaves is the operator's. Income is TNT, and stakes in other assets
 * have no price in it: they get nothing.
 */
public final class BackersShare implements IncomeShares {
  private final ServiceQueries services;
  private final Backers backers;

  /** Shares by the stakes that {@code backers} tells for the operators of {@code services}. */
  public BackersShare(ServiceQueries services, Backers backers) {
    this.services = services;
    this.backers = backers;
  }

  @Override
  public void share(AccountId earner, long serviceId, Balance amount, Sink sink) {
    List<Backers.Stake> stakes = stakes(earner, serviceId);
    Balance total = Balance.ZERO;
    for (Backers.Stake stake : stakes) {
      total = total.saturatingPlus(stake.amount());
    }
    Balance left = amount;
    for (Backers.Stake stake : stakes) {
      if (!stake.who().equals(earner)) {
        left = left.minus(amount.mulDivFloor(stake.amount(), total));
      }
    }
    sink.book(earner, left);
    for (Backers.Stake stake : stakes) {
      if (!stake.who().equals(earner)) {
        sink.book(stake.who(), amount.mulDivFloor(stake.amount(), total));
      }
    }
  }

  /** The stakes behind {@code operator}; none where it does not serve the service. */
  private List<Backers.Stake> stakes(AccountId operator, long serviceId) {
    Service service = services.serviceOrNull(serviceId);
    return service == null || !service.isServedBy(operator) ? List.of()
        : backers.behind(operator, Asset.NATIVE, service.blueprint());
  }
}

package io.fairlead.services;

import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** To whom what was paid is booked: the strategies of rule {@code rewards.earner}. */
interface JobEarnings {
  /** A call was paid. */
  void called(JobPayment payment);

  /** {@code payer} paid {@code amount} planck for an interval of a job of {@code service}. */
  void subscribed(Service service, AccountId payer, Balance amount, PricingModel model);

  /** {@code operator} answered; its result is not stored yet, an earlier one may be. */
  void answered(PricingModel model, long serviceId, long callId, AccountId operator);

  /** To the payer, at once: the account that the chain's payment code passes. */
  record OfPayer(JobIncome income) implements JobEarnings {
    @Override
    public void called(JobPayment payment) {
      income.record(payment.payer(), payment.serviceId(), payment.amount());
    }

    @Override
    public void subscribed(Service service, AccountId payer, Balance amount,
        PricingModel model) {
      income.record(payer, service.id(), amount);
    }

    @Override
    public void answered(PricingModel model, long serviceId, long callId,
        AccountId operator) {}
  }

  /**
   * To operators. A paid call belongs to the operator of its first result; until then the entry in
   * {@code JobPayments} tells of it, and one that nobody answers stays in the account of Rewards,
   * booked to nobody. An interval belongs to the operators of the service in equal parts; what cannot
   * be divided is the first one's.
   */
  record OfOperators(ServicesStorage storage, Block block,
      JobIncome income) implements JobEarnings {
    @Override
    public void called(JobPayment payment) {
      storage.jobPayments.put(payment.serviceId(), payment.callId(), payment);
    }

    @Override
    public void subscribed(Service service, AccountId payer, Balance amount,
        PricingModel model) {
      List<OperatorCommitments> operators = service.operators();
      if (operators.isEmpty()) {
        return;
      }
      Balance share = amount.divideFloor(Balance.of(operators.size()));
      Balance rest = amount.minus(share.times(operators.size()));
      for (int i = 0; i < operators.size(); i++) {
        book(operators.get(i).operator(), service.id(), i == 0 ? share.plus(rest) : share, model);
      }
    }

    @Override
    public void answered(PricingModel model, long serviceId, long callId, AccountId operator) {
      JobPayment payment = storage.jobPayments.orNull(serviceId, callId);
      if (payment != null && !storage.jobResults.contains(serviceId, callId)) {
        book(operator, serviceId, payment.amount(), model);
      }
    }

    private void book(AccountId operator, long serviceId, Balance amount, PricingModel model) {
      income.record(operator, serviceId, amount);
      block.deposit(new ServicesEvent.RewardDistributed(operator, serviceId, amount, model));
    }
  }
}

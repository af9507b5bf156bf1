package io.fairlead.services;

import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * A call of a job goes through the chain's payment code: its price once, the first interval of a
 * subscription, the price of one event. A price of zero moves and stores nothing.
 */
record ChargedJobPayments(JobPaymentProcess process, JobEarnings earnings,
    Block block) implements JobPayments {

  @Override
  public void called(Service service, JobDefinition job, int jobIndex, long callId,
      AccountId caller) {
    if (!priceOf(job.pricingModel()).isZero()) {
      process.charge(service, job.pricingModel(), jobIndex, callId, caller, block.number());
    }
  }

  private static Balance priceOf(PricingModel model) {
    return switch (model) {
      case PricingModel.PayOnce(Balance amount) -> amount;
      case PricingModel.Subscription(Balance rate, long interval, Long end) -> rate;
      case PricingModel.EventDriven(Balance reward) -> reward;
    };
  }

  @Override
  public void answered(JobDefinition job, long serviceId, long callId, AccountId operator) {
    earnings.answered(job.pricingModel(), serviceId, callId, operator);
  }
}

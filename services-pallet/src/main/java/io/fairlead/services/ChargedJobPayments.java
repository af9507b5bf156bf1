package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * Pay-once prices are charged at the call ({@code payment_processing::process_job_payment}, whose
 * reservation on the payer is replaced by a transfer to the account of Rewards, which pays income
 * out). Prices of subscriptions and events are not charged here; a price of zero moves and stores
 * nothing.
 *
 * <p>Who earns is {@link Earner}'s. With {@code OPERATOR} a call that nobody answers leaves its price
 * in the account of Rewards, booked to nobody; the entry in {@code JobPayments} tells of it.
 */
public final class ChargedJobPayments implements JobPayments {
  private final ServicesStorage storage;
  private final Block block;
  private final Currency currency;
  private final AccountId rewards;
  private final JobIncome income;
  private final Earner earner;

  /**
   * Charges into the account {@code rewards} and books to {@code earner}.
   */
  public ChargedJobPayments(ServicesStorage storage, Block block, Currency currency,
      AccountId rewards, JobIncome income, Earner earner) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.rewards = rewards;
    this.income = income;
    this.earner = earner;
  }

  @Override
  public void called(JobDefinition job, long serviceId, int jobIndex, long callId,
      AccountId caller) {
    if (!(job.pricingModel() instanceof PricingModel.PayOnce(Balance price)) || price.isZero()) {
      return;
    }
    ensure(storage.jobPayments.orNull(serviceId, callId) == null,
        ServicesError.PAYMENT_ALREADY_PROCESSED);
    ensure(currency.free(caller).compareTo(price) >= 0, ServicesError.INVALID_REQUEST_INPUT);
    currency.transfer(caller, rewards, price, Currency.Existence.KEEP_ALIVE);
    storage.jobPayments.put(serviceId, callId,
        new JobPayment(serviceId, jobIndex, callId, caller, Asset.NATIVE, price));
    block.deposit(new ServicesEvent.PayOncePaymentProcessed(caller, serviceId, callId, jobIndex,
        price));
    switch (earner) {
      case PAYER -> income.record(caller, serviceId, price);
      case OPERATOR -> {
      }
    }
  }

  @Override
  public void answered(long serviceId, long callId, AccountId operator) {
    switch (earner) {
      case PAYER -> {
      }
      case OPERATOR -> {
        JobPayment payment = storage.jobPayments.orNull(serviceId, callId);
        if (payment != null && !storage.jobResults.contains(serviceId, callId)) {
          income.record(operator, serviceId, payment.amount());
        }
      }
    }
  }
}

package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** How money is taken ({@code charge_payment}): the strategies of rule {@code services.charge}. */
interface JobCharge {
  /** Takes {@code amount} planck; refused with {@code InvalidRequestInput} where less is free. */
  void take(AccountId payer, Balance amount);

  /** Deposits {@code event}, which tells of what was taken, if this way tells. */
  void tell(ServicesEvent event);

  /** Reserved on the payer, untold. */
  record Reserved(Currency currency) implements JobCharge {
    @Override
    public void take(AccountId payer, Balance amount) {
      ensure(currency.free(payer).compareTo(amount) >= 0, ServicesError.INVALID_REQUEST_INPUT);
      currency.reserve(payer, amount);
    }

    @Override
    public void tell(ServicesEvent event) {}
  }

  /** Moved from the payer, who lives on, to the account {@code rewards}, and told. */
  record Moved(Currency currency, AccountId rewards, Block block) implements JobCharge {
    @Override
    public void take(AccountId payer, Balance amount) {
      ensure(currency.free(payer).compareTo(amount) >= 0, ServicesError.INVALID_REQUEST_INPUT);
      currency.transfer(payer, rewards, amount, Currency.Existence.KEEP_ALIVE);
    }

    @Override
    public void tell(ServicesEvent event) {
      block.deposit(event);
    }
  }
}

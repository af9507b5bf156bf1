package io.fairlead.restaking.lst;

import io.fairlead.restaking.Currency;

/** What Lst asks of others: money, tokens, Staking, addresses. */
public record LstPorts(Currency currency, PoolAccounts accounts, PoolTokens tokens,
    PoolStakes stakes, PoolBonds bonds, PoolNominations nominations, Addresses addresses) {}

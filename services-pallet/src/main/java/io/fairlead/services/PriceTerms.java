package io.fairlead.services;

/**
 * The rules of prices that requests are made at, one enum each.
 *
 * @param requestPrice with what a payment is compared
 * @param quoteTerms whether what a quote says is read
 * @param quoteOrder in which order quotes stand
 * @param quoteStart when a service of signed quotes starts
 * @param quoteMembership whether its membership is checked
 * @param quotePrice what quotes add up to
 */
public record PriceTerms(RequestPrice requestPrice, QuoteTerms quoteTerms, QuoteOrder quoteOrder,
    QuoteStart quoteStart, QuoteMembership quoteMembership, QuotePrice quotePrice) {
  /** As on chain. */
  public static final PriceTerms DEPLOYED = new PriceTerms(RequestPrice.ANY_ASSET,
      QuoteTerms.UNREAD, QuoteOrder.BY_ACCOUNT, QuoteStart.EARLY, QuoteMembership.UNCHECKED,
      QuotePrice.WRAPS);

  /** Rule {@code services.requestPrice}: which payments the prices of jobs bound. */
  public enum RequestPrice {
    /** All, a number of whatever asset against planck. */
    ANY_ASSET,
    /** Those in TNT. */
    NATIVE
  }

  /** Rule {@code services.quoteTerms}: what of a quote counts beside its rate. */
  public enum QuoteTerms {
    /** Nothing. */
    UNREAD,
    /**
     * Blueprint, time to live and commitments are those of the request and it has not expired; each
     * operator has one quote and one signature. A quote can be used again until it expires.
     */
    CHECKED
  }

  /** Rule {@code services.quoteOrder}: which quote an operator's signature is over. */
  public enum QuoteOrder {
    /** That in the place of its account among the sorted accounts of all operators. */
    BY_ACCOUNT,
    /** That in the operator's own place in the request. */
    BY_OPERATORS
  }

  /** Rule {@code services.quoteStart}: when the approvals that come with quotes start the service. */
  public enum QuoteStart {
    /** As soon as there are enough: the next one finds no request and all is taken back. */
    EARLY,
    /** When all are there. */
    TOGETHER
  }

  /** Rule {@code services.quoteMembership}: whether a request with quotes obeys what requests must. */
  public enum QuoteMembership {
    /** No: one that waits for operators whom nobody asked is stored, with its payment. */
    UNCHECKED,
    /** Yes. */
    CHECKED
  }

  /** Rule {@code services.quotePrice}: what a request with quotes pays. */
  public enum QuotePrice {
    /** The rates of all quotes, signed or not, and the blocks, in 128 bits that wrap. */
    WRAPS,
    /** Those of the operators' quotes; what does not fit is refused. */
    EXACT
  }
}

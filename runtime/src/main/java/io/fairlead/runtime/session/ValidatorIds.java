package io.fairlead.runtime.session;

import io.fairlead.substrate.primitive.AccountId;
import org.jspecify.annotations.Nullable;

/** Which validator an account speaks for ({@code ValidatorIdOf}, answered by Staking). */
@FunctionalInterface
public interface ValidatorIds {
  /** The stash that {@code account} controls; null where it controls none. */
  @Nullable AccountId stashOf(AccountId account);
}

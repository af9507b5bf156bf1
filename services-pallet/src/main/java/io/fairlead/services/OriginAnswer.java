package io.fairlead.services;

import io.fairlead.substrate.primitive.EvmAddress;

/** What a manager's query for an origin came to. */
public sealed interface OriginAnswer {
  /** The address; zero is an address like others. */
  record Of(EvmAddress address) implements OriginAnswer {}

  /** The call succeeded, but its output is no address (so with an address without code). */
  record Undecodable() implements OriginAnswer {}

  /** The call did not succeed; the answer is never {@code ALLOWED}. */
  record Failed(HookAnswer answer) implements OriginAnswer {}

  /** The output is no address. */
  OriginAnswer UNDECODABLE = new Undecodable();
}

package io.fairlead.runtime.engine;

import io.fairlead.substrate.primitive.Bytes;

/** What a runtime API answers. */
public sealed interface ApiAnswer {
  /** The encoded result. */
  record Value(Bytes bytes) implements ApiAnswer {}

  /** There is no API of this name. */
  record NoSuchMethod() implements ApiAnswer {}

  /** The arguments are not what the API takes. */
  record BadArguments(String reason) implements ApiAnswer {}
}

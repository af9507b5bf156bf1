package io.fairlead.substrate.metadata;

import java.util.List;

/** A runtime API. Its methods are called {@code name_method} on the wire. */
public record RuntimeApi(String name, List<Method> methods, List<String> docs) {
  public RuntimeApi {
    methods = List.copyOf(methods);
    docs = List.copyOf(docs);
  }

  /** A method: its arguments and the type id of its result. */
  public record Method(String name, List<Param> inputs, int output, List<String> docs) {
    public Method {
      inputs = List.copyOf(inputs);
      docs = List.copyOf(docs);
    }
  }

  /** An argument and its type id. */
  public record Param(String name, int type) {}
}

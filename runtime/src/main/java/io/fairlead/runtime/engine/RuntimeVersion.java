package io.fairlead.runtime.engine;

import java.util.List;

/** {@code sp_version::RuntimeVersion}. */
public record RuntimeVersion(String specName, String implName, int authoringVersion,
    int specVersion, int implVersion, List<Api> apis, int transactionVersion,
    int stateVersion) {

  public RuntimeVersion {
    apis = List.copyOf(apis);
  }

  /** A runtime API: the first 8 bytes of BLAKE2b-64 of its name as hexadecimal, and its version. */
  public record Api(String id, int version) {}
}

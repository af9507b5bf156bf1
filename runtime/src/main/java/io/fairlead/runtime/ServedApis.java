package io.fairlead.runtime;

import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Hex;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The runtime APIs that are served, with the versions of the deployed runtime. */
final class ServedApis {
  static final List<RuntimeVersion.Api> IDS = List.of(api("Core", 5), api("Metadata", 2),
      api("ServicesApi", 1), api("RewardsApi", 1), api("CreditsApi", 1),
      api("TaggedTransactionQueue", 3), api("SessionKeys", 1),
      api("AccountNonceApi", 1), api("TransactionPaymentApi", 4));

  private ServedApis() {}

  private static RuntimeVersion.Api api(String name, int version) {
    byte[] id = Blake2b.hash64(name.getBytes(StandardCharsets.US_ASCII));
    return new RuntimeVersion.Api(Hex.of(id), version);
  }
}

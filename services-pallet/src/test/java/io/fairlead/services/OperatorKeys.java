package io.fairlead.services;

import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorSignature;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Suri;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;

/** Real keys of the operators of a world, and what they sign with them. */
final class OperatorKeys {
  private OperatorKeys() {}

  private static EcdsaKeyPair of(AccountId operator) {
    return (EcdsaKeyPair) Suri.derive(Scheme.ECDSA, "//" + operator.a()).orThrow();
  }

  static OperatorPreferences preferences(AccountId operator) {
    return new OperatorPreferences(Bytes.wrap(of(operator).uncompressedPublicKey()),
        Bytes.utf8("https://operator/" + operator.a()));
  }

  static Bytes sign(AccountId operator, PricingQuote quote) {
    return Bytes.wrap(of(operator).sign(quote.digest()));
  }

  /** The heartbeat of {@code operator} for service 0 of blueprint 0, valid in {@code block}. */
  static ServicesCall.Heartbeat beat(AccountId operator, long block, Bytes metrics) {
    byte[] digest = OperatorSignature.heartbeatDigest(0, 0, block, metrics);
    return new ServicesCall.Heartbeat(0, 0, metrics, Bytes.wrap(of(operator).sign(digest)));
  }

  static ServicesCall.Heartbeat beat(AccountId operator, long block) {
    return beat(operator, block, Bytes.EMPTY);
  }
}

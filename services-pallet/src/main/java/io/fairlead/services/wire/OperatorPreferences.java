package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * What an operator registers with ({@code tangle_primitives::services::types::OperatorPreferences}).
 *
 * @param key its ECDSA key, 65 bytes, not checked to be one
 * @param rpcAddress where it can be reached
 */
public record OperatorPreferences(Bytes key, Bytes rpcAddress) {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 65;

  public OperatorPreferences {
    if (key.size() != KEY_BYTES) {
      throw new IllegalArgumentException("a key of " + key.size() + " bytes");
    }
  }

  /** Fields in order. */
  public static final Codec<OperatorPreferences> CODEC =
      Codecs.struct("tangle_primitives::services::types::OperatorPreferences",
          Fields.of(OperatorPreferences::new,
              field("key", OperatorPreferences::key, Bytes.codec(Codecs.rawBytes(KEY_BYTES)),
                  "[u8; 65]"),
              field("rpc_address", OperatorPreferences::rpcAddress,
                  BoundedString.codec(Limits.RPC_ADDRESS_LENGTH_MAX),
                  "BoundedString<C::MaxRpcAddressLength>")),
          Shape.skipped("C"));
}

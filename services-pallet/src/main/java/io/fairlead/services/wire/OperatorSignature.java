package io.fairlead.services.wire;

import io.fairlead.substrate.hash.Keccak;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What operators sign with the ECDSA key of their registration, and how it is told on the wire. */
public final class OperatorSignature {
  private OperatorSignature() {}

  /** Bytes of a signature: r, s, v. */
  public static final int BYTES = 65;

  /** {@code ecdsa::Signature}: 65 bytes. */
  public static final Codec<Bytes> CODEC = Bytes.codec(Codecs.rawBytes(BYTES));

  private static final int NUMBERS = 24;

  /**
   * What a heartbeat's signature is over, 32 bytes: Keccak-256 of service, blueprint and block (8
   * little-endian bytes each) and the metrics. What is signed is the blake2-256 of it.
   *
   * @param block the block that holds the call
   */
  public static byte[] heartbeatDigest(long serviceId, long blueprintId, long block,
      Bytes metrics) {
    ByteBuffer message =
        ByteBuffer.allocate(NUMBERS + metrics.size()).order(ByteOrder.LITTLE_ENDIAN);
    message.putLong(serviceId).putLong(blueprintId).putLong(block).put(metrics.array());
    return Keccak.hash256(message.array());
  }
}

package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Output;

/**
 * What a signer signs ({@code sp_runtime::generic::SignedPayload}): the call without length, what the
 * extensions send, what they only sign.
 */
public record SigningPayload(Bytes bytes) {
  /** A longer payload is hashed before it is signed. */
  public static final int PLAIN_BYTES_MAX = 256;

  /** The payload of a call that is encoded by {@code calls}. */
  public static <C> SigningPayload of(Codec<C> calls, C call, SignedExtra extra,
      AdditionalSigned additional) {
    var out =
        new Output(calls.size(call) + SignedExtra.CODEC.size(extra) + additional.size());
    calls.write(call, out);
    SignedExtra.CODEC.write(extra, out);
    additional.write(out);
    return new SigningPayload(Bytes.wrap(out.toBytes()));
  }

  /** The message for the signature scheme: the payload, or its blake2-256 if it is long. */
  public byte[] message() {
    return bytes.size() > PLAIN_BYTES_MAX ? Blake2b.hash256(bytes.array()) : bytes.toArray();
  }
}

package io.fairlead.services.wire;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Text of limited length ({@code tangle_primitives::services::field::BoundedString}). On the wire it
 * is bytes that nobody checks; they are read as text where they are UTF-8.
 */
public final class BoundedString {
  private BoundedString() {}

  private static final Shape BYTES = Codecs.boundedBytes(0).shape();
  private static final Shape SHAPE =
      new Shape.Composite("tangle_primitives::services::field::BoundedString",
          List.of(Shape.skipped("S")),
          List.of(new Shape.Field(null, BYTES, "BoundedVec<u8, S>")));

  /** How calls and events name the type of an operator's address. */
  static final String RPC_ADDRESS_TYPE =
      "BoundedString<<<T as Config>::Constraints as tangle_primitives::\n"
          + "services::Constraints>::MaxRpcAddressLength>";

  /** A content hash of IPFS, which is a bounded vector of bytes. */
  static final Codec<Bytes> IPFS_HASH =
      Bytes.codec(Codecs.boundedBytes(Limits.IPFS_HASH_LENGTH_MAX));

  /** At most {@code limit} bytes. */
  public static Codec<Bytes> codec(int limit) {
    return Bytes.codec(Codecs.byteVec(limit)).shaped(SHAPE);
  }

  /** The text; empty where the bytes are not UTF-8, as the chain's accessor answers. */
  public static String text(Bytes bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array())).toString();
    } catch (CharacterCodingException notText) {
      return "";
    }
  }
}

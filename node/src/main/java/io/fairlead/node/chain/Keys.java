package io.fairlead.node.chain;

import io.fairlead.substrate.hash.XxHash;
import io.fairlead.substrate.primitive.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The few storage keys that a node of any runtime knows. */
public final class Keys {
  /** {@code Timestamp.Now}: u64, milliseconds of Unix time. */
  public static final Bytes NOW = item("Timestamp", "Now");
  /** {@code MultiAssetDelegation.CurrentRound}: u32. */
  public static final Bytes ROUND = item("MultiAssetDelegation", "CurrentRound");

  private Keys() {}

  private static Bytes item(String pallet, String name) {
    return Bytes.wrap(ByteBuffer.allocate(32).put(twox(pallet)).put(twox(name)).array());
  }

  private static byte[] twox(String text) {
    return XxHash.twox128(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The little-endian number in at most 8 bytes; 0 when there is no value. */
  public static long number(@Nullable Bytes value) {
    if (value == null) {
      return 0;
    }
    var padded = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(value.array(), 0, Math.min(8, value.size()));
    return padded.getLong(0);
  }
}

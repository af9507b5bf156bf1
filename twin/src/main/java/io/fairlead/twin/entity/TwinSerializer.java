package io.fairlead.twin.entity;

import akka.serialization.SerializerWithStringManifest;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.FactCodec;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.BlocksCodec;
import io.fairlead.twin.log.Damaged;
import io.fairlead.twin.log.LogHead;

/** The stored forms of the twin, each with its version. Made by Akka by its class name. */
public final class TwinSerializer extends SerializerWithStringManifest {
  static final String BLOCKS = "blocks/1";
  static final String LOG_HEAD = "log-head/1";
  static final String ADVANCED = "advanced/1";
  static final String CORRECTED = "corrected/1";
  static final String HELD = "held/1";
  static final String LANE_ADVANCED = "lane-advanced/1";

  private final FactCodec facts = new FactCodec(new ChangeReader());
  private final Codec<Blocks> blocks = new BlocksCodec(facts);
  private final EntityCodecs entities = new EntityCodecs(facts);

  /** For Akka. */
  public TwinSerializer() {}

  @Override
  public int identifier() {
    return 0x4641_4903;
  }

  @Override
  public String manifest(Object stored) {
    return switch (stored) {
      case Blocks it -> BLOCKS;
      case LogHead it -> LOG_HEAD;
      case Advanced it -> ADVANCED;
      case Corrected it -> CORRECTED;
      case HeldSnapshot it -> HELD;
      case LaneAdvanced it -> LANE_ADVANCED;
      default -> throw new IllegalStateException("no stored form of " + stored.getClass());
    };
  }

  @Override
  public byte[] toBinary(Object stored) {
    return switch (stored) {
      case Blocks it -> blocks.encode(it);
      case LogHead it -> LogHead.CODEC.encode(it);
      case Advanced it -> entities.encode(it);
      case Corrected it -> entities.encode(it);
      case HeldSnapshot it -> entities.encode(it);
      case LaneAdvanced it -> LaneAdvanced.CODEC.encode(it);
      default -> throw new IllegalStateException("no stored form of " + stored.getClass());
    };
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return switch (manifest) {
      case BLOCKS -> read(blocks, bytes, manifest);
      case LOG_HEAD -> read(LogHead.CODEC, bytes, manifest);
      case ADVANCED -> read(entities.advanced(bytes), manifest);
      case CORRECTED -> read(entities.corrected(bytes), manifest);
      case HELD -> read(entities.held(bytes), manifest);
      case LANE_ADVANCED -> read(LaneAdvanced.CODEC, bytes, manifest);
      default -> throw new Damaged("the data folder holds an entry of form " + manifest
          + ", which this version does not know");
    };
  }

  private static <T> T read(Codec<T> codec, byte[] bytes, String manifest) {
    return read(codec.decode(bytes), manifest);
  }

  private static <T> T read(Decoded<T> decoded, String manifest) {
    return switch (decoded) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad ->
          throw new Damaged("an entry of form " + manifest + " is damaged: " + bad.message());
    };
  }
}

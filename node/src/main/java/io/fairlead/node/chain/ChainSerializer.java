package io.fairlead.node.chain;

import akka.serialization.SerializerWithStringManifest;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;

/** The stored forms of the journal and the snapshot store. Made by Akka by its class name. */
public final class ChainSerializer extends SerializerWithStringManifest {
  static final String GENESIS = "genesis-written/1";
  static final String BLOCK = "block-authored/1";
  static final String CHECKPOINT = "checkpoint-written/1";

  /** For Akka. */
  public ChainSerializer() {}

  @Override
  public int identifier() {
    return 0x4641_4901;
  }

  @Override
  public String manifest(Object stored) {
    return switch (stored) {
      case ChainEvent.GenesisWritten genesis -> GENESIS;
      case ChainEvent.BlockAuthored block -> BLOCK;
      case CheckpointWritten checkpoint -> CHECKPOINT;
      default -> throw new IllegalStateException("no stored form of " + stored.getClass());
    };
  }

  @Override
  public byte[] toBinary(Object stored) {
    return switch (stored) {
      case ChainEvent.GenesisWritten genesis -> ChainEvent.GenesisWritten.CODEC.encode(genesis);
      case ChainEvent.BlockAuthored block -> ChainEvent.BlockAuthored.CODEC.encode(block);
      case CheckpointWritten checkpoint -> CheckpointWritten.CODEC.encode(checkpoint);
      default -> throw new IllegalStateException("no stored form of " + stored.getClass());
    };
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return switch (manifest) {
      case GENESIS -> read(ChainEvent.GenesisWritten.CODEC, bytes, manifest);
      case BLOCK -> read(ChainEvent.BlockAuthored.CODEC, bytes, manifest);
      case CHECKPOINT -> read(CheckpointWritten.CODEC, bytes, manifest);
      default -> throw new ChainDamaged("the journal holds an entry of form " + manifest
          + ", which this version does not know");
    };
  }

  private static <T> T read(Codec<T> codec, byte[] bytes, String manifest) {
    return switch (codec.decode(bytes)) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad -> throw new ChainDamaged(
          "an entry of form " + manifest + " is damaged " + bad.message());
    };
  }
}

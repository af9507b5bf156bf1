package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.ReadOnly;

/**
 * Values of one type of some metadata. Both directions are total: bad bytes are {@link
 * Decoded.Malformed}, a value of another type is {@link Encoded.Misfit}. Work and memory are bounded
 * by the length of the input, whatever the metadata says.
 */
public final class DynamicCodec {
  /** Levels of types within types. */
  static final int DEPTH_MAX = 512;

  private final Metadata metadata;
  private final int type;

  /** The codec of type {@code type} of {@code metadata}. */
  public DynamicCodec(Metadata metadata, int type) {
    if (type < 0 || type >= metadata.types().size()) {
      throw new IllegalArgumentException("no type " + type);
    }
    this.metadata = metadata;
    this.type = type;
  }

  /** The value that {@code bytes} encode. */
  public Decoded<DynamicValue> decode(byte[] bytes) {
    ReadOnly<DynamicValue> reading = this::read;
    return reading.decode(bytes, DEPTH_MAX);
  }

  /** Reads one value, for codecs that know the types around it; see {@link io.fairlead.substrate.scale.Codec#read}. */
  public DynamicValue read(Input in) {
    return new DynamicReader(metadata, in).read(type);
  }

  /** The bytes of {@code value}. */
  public Encoded encode(DynamicValue value) {
    var out = new Output(64);
    try {
      new DynamicWriter(metadata, out).write(type, value);
    } catch (DynamicWriter.Jump jump) {
      return new Encoded.Misfit(jump.where(), jump.expected, jump.found);
    }
    return new Encoded.Value(Bytes.wrap(out.toBytes()));
  }
}

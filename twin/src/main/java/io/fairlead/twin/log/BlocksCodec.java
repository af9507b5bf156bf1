package io.fairlead.twin.log;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The stored form {@code blocks/1}: lines, then facts, deflated where that is shorter. */
public final class BlocksCodec implements Codec<Blocks> {
  private static final Codec<List<BlockLine>> LINES = Codecs.list(BlockLine.CODEC);
  private static final int DEFLATE_FROM = 512;
  /** No event is made larger; a longer one is damaged. */
  private static final int FACT_BYTES_MAX = 64 << 20;

  private final FactCodec facts;

  /** Blocks with facts of {@code facts}. */
  public BlocksCodec(FactCodec facts) {
    this.facts = facts;
  }

  @Override
  public void write(Blocks blocks, Output out) {
    out.u64(blocks.from());
    out.u64(blocks.to());
    out.u8(blocks.isWhole() ? 1 : 0);
    LINES.write(blocks.lines(), out);
    var plain = new Output(4_096);
    plain.compact(blocks.facts().size());
    blocks.facts().forEach(fact -> facts.write(fact, plain));
    byte[] bytes = plain.toBytes();
    byte[] packed = bytes.length < DEFLATE_FROM ? bytes : deflated(bytes);
    out.compact(bytes.length);
    out.compact(packed.length);
    out.raw(packed);
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] packed = new byte[bytes.length];
      int length = deflater.deflate(packed);
      return deflater.finished() ? java.util.Arrays.copyOf(packed, length) : bytes;
    } finally {
      deflater.end();
    }
  }

  @Override
  public Blocks read(Input in) {
    long from = in.u64();
    long to = in.u64();
    boolean isWhole = in.bool();
    List<BlockLine> lines = LINES.read(in);
    int length = in.length(FACT_BYTES_MAX, 0);
    byte[] packed = in.raw(in.length(FACT_BYTES_MAX, 1));
    byte[] bytes = packed.length == length ? packed : inflated(packed, length, in);
    if (lines.size() != to - from + 1) {
      throw in.malformed("a line for each block", lines.size() + " lines");
    }
    return new Blocks(from, to, lines, facts(new Input(bytes)), isWhole);
  }

  private List<Fact> facts(Input in) {
    int count = in.length(Codecs.UNBOUNDED, 1);
    var read = new ArrayList<Fact>();
    for (int i = 0; i < count; i++) {
      read.add(facts.read(in));
    }
    return read;
  }

  private static byte[] inflated(byte[] packed, int length, Input in) {
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      if (inflater.inflate(bytes) != length || !inflater.finished()) {
        throw in.malformed(length + " inflated bytes", "another number");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw in.malformed("deflated facts", String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }

  @Override
  public int size(Blocks blocks) {
    return encode(blocks).length;
  }

  @Override
  public byte[] encode(Blocks blocks) {
    var out = new Output(4_096);
    write(blocks, out);
    return out.toBytes();
  }

  @Override
  public Shape shape() {
    throw new IllegalStateException("not part of any metadata");
  }
}

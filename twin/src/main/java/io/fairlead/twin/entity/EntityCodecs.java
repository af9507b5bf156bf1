package io.fairlead.twin.entity;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.ReadOnly;
import io.fairlead.substrate.scale.Output;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactCodec;
import io.fairlead.twin.fact.FactId;
import java.util.ArrayList;
import java.util.List;

/** Stored forms of what entities keep: {@code advanced/1}, {@code corrected/1}, {@code held/1}. */
final class EntityCodecs {
  private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  private final FactCodec facts;

  EntityCodecs(FactCodec facts) {
    this.facts = facts;
  }

  private void write(List<Fact> all, Output out) {
    out.compact(all.size());
    all.forEach(fact -> facts.write(fact, out));
  }

  private List<Fact> read(Input in) {
    int count = in.length(Codecs.UNBOUNDED, 1);
    var all = new ArrayList<Fact>();
    for (int i = 0; i < count; i++) {
      all.add(facts.read(in));
    }
    return all;
  }

  byte[] encode(Advanced advanced) {
    var out = new Output(512);
    out.u64(advanced.from());
    out.u64(advanced.to());
    write(advanced.facts(), out);
    out.compact(advanced.tallies().size());
    advanced.tallies().forEach(tally -> tally(tally, out));
    return out.toBytes();
  }

  Decoded<Advanced> advanced(byte[] bytes) {
    ReadOnly<Advanced> reading = in -> new Advanced(in.u64(), in.u64(), read(in), tallies(in));
    return reading.decode(bytes);
  }

  private static void tally(Tally tally, Output out) {
    out.u8(tally.kind().ordinal());
    out.compact(tally.count());
    Balance.CODEC.write(tally.sum(), out);
    FactId.CODEC.write(tally.first(), out);
    FactId.CODEC.write(tally.last(), out);
  }

  private static List<Tally> tallies(Input in) {
    int count = in.length(Codecs.UNBOUNDED, 1);
    var all = new ArrayList<Tally>();
    for (int i = 0; i < count; i++) {
      int kind = in.u8();
      if (kind >= TallyKind.values().length) {
        throw in.malformed("a kind of tally", Integer.toString(kind));
      }
      all.add(new Tally(TallyKind.values()[kind], in.compactU64(), Balance.CODEC.read(in),
          FactId.CODEC.read(in), FactId.CODEC.read(in)));
    }
    return all;
  }

  byte[] encode(Corrected corrected) {
    var out = new Output(512);
    facts.write(corrected.change(), out);
    Codecs.STRING.write(corrected.reason(), out);
    return out.toBytes();
  }

  Decoded<Corrected> corrected(byte[] bytes) {
    ReadOnly<Corrected> reading = in -> {
      if (facts.read(in) instanceof Fact.Change change) {
        return new Corrected(change, Codecs.STRING.read(in));
      }
      throw in.malformed("a change", "another fact");
    };
    return reading.decode(bytes);
  }

  byte[] encode(HeldSnapshot held) {
    var out = new Output(1_024);
    EntityKey.CODEC.write(held.key(), out);
    out.u64(held.asOf());
    out.u64(held.since());
    write(held.recent(), out);
    out.u64(held.corrections());
    out.u8(held.version());
    BYTES.write(held.state(), out);
    return out.toBytes();
  }

  Decoded<HeldSnapshot> held(byte[] bytes) {
    ReadOnly<HeldSnapshot> reading = in -> new HeldSnapshot(EntityKey.CODEC.read(in), in.u64(),
        in.u64(), read(in), in.u64(), in.u8(), BYTES.read(in));
    return reading.decode(bytes);
  }
}

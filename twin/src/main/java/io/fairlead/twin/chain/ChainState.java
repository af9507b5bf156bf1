package io.fairlead.twin.chain;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The chain as a whole.
 *
 * @param round now, -1 when not known; {@code roundSince} its first block
 * @param era now, -1 when not known
 * @param specVersion that took over last; -1 when none did in this history
 * @param parameters numbers by {@code Pallet.Item}
 * @param values storage by key: that of the parameters, and what this program does not know
 * @param reverted contract calls that reverted
 */
public record ChainState(long round, long roundSince, long era, long specVersion,
    SortedMap<String, Long> parameters, SortedMap<Bytes, Bytes> values, long reverted) {
  private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  public ChainState {
    parameters = Maps.copy(parameters);
    values = Maps.copy(values);
  }

  static final ChainState BLANK =
      new ChainState(-1, -1, -1, -1, new TreeMap<>(), new TreeMap<>(), 0);

  static final Codec<ChainState> CODEC = Codecs.struct("ChainState",
      Fields.of(ChainState::new, Fields.field("round", ChainState::round, Codecs.I64, ""),
          Fields.field("round_since", ChainState::roundSince, Codecs.I64, ""),
          Fields.field("era", ChainState::era, Codecs.I64, ""),
          Fields.field("spec_version", ChainState::specVersion, Codecs.I64, ""),
          Fields.field("parameters", ChainState::parameters,
              Codecs.map(Codecs.STRING, Codecs.U64, Codecs.UNBOUNDED), ""),
          Fields.field("values", ChainState::values,
              Codecs.map(BYTES, BYTES, Codecs.UNBOUNDED), ""),
          Fields.field("reverted", ChainState::reverted, Codecs.U64, "")));
}

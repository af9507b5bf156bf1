package io.fairlead.runtime.session;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Session. */
public sealed interface SessionCall extends Call {
  /** Sets the keys that the signer will validate with; the chain takes any proof. */
  record SetKeys(SessionKeys keys, Bytes proof) implements SessionCall {}

  /** Takes the signer's keys away. */
  record PurgeKeys() implements SessionCall {}

  /** One byte of index, then the arguments; {@code keys} is the codec of keys of the runtime. */
  static EnumCodec<SessionCall> codec(Codec<SessionKeys> keys) {
    return Codecs.enumOf("pallet_session::pallet::Call", List.of(Shape.skipped("T")),
        variant(0, "set_keys", SetKeys.class,
            Fields.of(SetKeys::new, field("keys", SetKeys::keys, keys, "T::Keys"),
                field("proof", SetKeys::proof,
                    Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"))),
        variant(1, "purge_keys", PurgeKeys.class, new PurgeKeys()));
  }

  @Override
  default String pallet() {
    return SessionStorage.PALLET;
  }
}

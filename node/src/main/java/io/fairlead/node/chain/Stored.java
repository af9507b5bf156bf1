package io.fairlead.node.chain;

import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that stored forms share. They never change: a new form gets a new manifest. */
final class Stored {
  static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  static final Codec<Change> CHANGE = Codecs.struct("Change",
      Fields.of(Change::new, Fields.field("key", Change::key, BYTES, null),
          Fields.<Change, @Nullable Bytes>field("value", Change::value, Codecs.option(BYTES),
              null)));

  static final Codec<List<Change>> CHANGES = Codecs.list(CHANGE);

  private Stored() {}
}

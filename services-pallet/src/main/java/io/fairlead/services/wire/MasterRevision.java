package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/**
 * Which master manager a blueprint is bound to
 * ({@code tangle_primitives::services::service::MasterBlueprintServiceManagerRevision}).
 */
public sealed interface MasterRevision {
  /** The newest when the blueprint is made; never stored. */
  record Latest() implements MasterRevision {}

  /** Element {@code revision} (u32) of the list of master managers. */
  record Specific(long revision) implements MasterRevision {}

  MasterRevision LATEST = new Latest();

  /** One byte of index, then the payload. */
  Codec<MasterRevision> CODEC = Codecs.enumOf(
      "tangle_primitives::services::service::MasterBlueprintServiceManagerRevision", List.of(),
      variant(0, "Latest", Latest.class, (Latest) LATEST), variant(1, "Specific", Specific.class,
          Fields.of(Specific::new, field(null, Specific::revision, Codecs.U32, "u32"))));
}

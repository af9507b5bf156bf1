package io.fairlead.twin.slash;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a slash came from.
 *
 * @param by who called {@code slash}; null: a heartbeat queued it
 * @param call the fact of the call; null when it is not known
 * @param extrinsic in its block
 * @param path of the call through the calls around it
 */
public record Proposal(@Nullable AccountId by, @Nullable FactId call, long extrinsic,
    List<Long> path) {
  public Proposal {
    path = List.copyOf(path);
  }

  static final Codec<Proposal> CODEC = Codecs.struct("Proposal",
      Fields.of(Proposal::new,
          Fields.field("by", Proposal::by, Codecs.option(AccountId.CODEC), ""),
          Fields.field("call", Proposal::call, Codecs.option(FactId.CODEC), ""),
          Fields.field("extrinsic", Proposal::extrinsic, Codecs.U32, ""),
          Fields.field("path", Proposal::path, Codecs.list(Codecs.U32), "")));
}

package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Whom a stash nominates ({@code pallet_staking::Nominations}).
 *
 * @param targets at most {@link StakingLimits#NOMINATIONS_MAX}
 * @param submittedIn era, u32
 * @param suppressed never set
 */
public record Nominations(List<AccountId> targets, long submittedIn, boolean suppressed) {
  /** Fields in order. */
  public static final Codec<Nominations> CODEC = Codecs.struct("pallet_staking::Nominations",
      Fields.of(Nominations::new,
          field("targets", Nominations::targets,
              Codecs.boundedVec(AccountId.CODEC, StakingLimits.NOMINATIONS_MAX),
              "BoundedVec<T::AccountId, MaxNominationsOf<T>>"),
          field("submitted_in", Nominations::submittedIn, Codecs.U32, "EraIndex"),
          field("suppressed", Nominations::suppressed, Codecs.BOOL, "bool")),
      Shape.skipped("T"));

  public Nominations {
    targets = List.copyOf(targets);
  }
}

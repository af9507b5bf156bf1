package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** Where an operator stands. */
public sealed interface OperatorStatus {
  /** Takes delegations and can be slashed; left by going offline or by scheduling to leave. */
  record Active() implements OperatorStatus {}

  /** Offline; back by going online, or leaves. */
  record Inactive() implements OperatorStatus {}

  /**
   * Leaves; gone when it executes the leave, Active again when it cancels.
   *
   * @param round first round in which it may go, u32
   */
  record Leaving(long round) implements OperatorStatus {}

  OperatorStatus ACTIVE = new Active();
  OperatorStatus INACTIVE = new Inactive();

  /** One byte of index, and the round. */
  Codec<OperatorStatus> CODEC =
      Codecs.enumOf("pallet_multi_asset_delegation::types::operator::OperatorStatus", List.of(),
          variant(0, "Active", Active.class, (Active) ACTIVE),
          variant(1, "Inactive", Inactive.class, (Inactive) INACTIVE),
          variant(2, "Leaving", Leaving.class, Fields.of(Leaving::new,
              Fields.field(null, Leaving::round, Codecs.U32, "RoundIndex"))));
}

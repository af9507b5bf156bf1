package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** Where a delegator stands: always Active, since no code of the chain sets the other. */
public sealed interface DelegatorStatus {
  /** As every delegator is. */
  record Active() implements DelegatorStatus {}

  /**
   * Never set.
   *
   * @param round u32
   */
  record LeavingScheduled(long round) implements DelegatorStatus {}

  DelegatorStatus ACTIVE = new Active();

  /** One byte of index, and the round. */
  Codec<DelegatorStatus> CODEC =
      Codecs.enumOf("pallet_multi_asset_delegation::types::delegator::DelegatorStatus", List.of(),
          variant(0, "Active", Active.class, (Active) ACTIVE),
          variant(1, "LeavingScheduled", LeavingScheduled.class, Fields.of(LeavingScheduled::new,
              Fields.field(null, LeavingScheduled::round, Codecs.U32, "RoundIndex"))));
}

package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What an operator said to a request ({@code tangle_primitives::services::types::ApprovalState}).
 */
public sealed interface ApprovalState {
  /** Nothing yet. */
  record Pending() implements ApprovalState {}

  /** Yes, with these commitments. */
  record Approved(List<AssetSecurityCommitment> securityCommitments) implements ApprovalState {
    public Approved {
      securityCommitments = List.copyOf(securityCommitments);
    }
  }

  /** No. */
  record Rejected() implements ApprovalState {}

  ApprovalState PENDING = new Pending();
  ApprovalState REJECTED = new Rejected();

  /** One byte of index, then the payload. */
  Codec<ApprovalState> CODEC = Codecs.enumOf("tangle_primitives::services::types::ApprovalState",
      List.of(Shape.param("AssetId", AssetId.CODEC.shape())),
      variant(0, "Pending", Pending.class, (Pending) PENDING),
      variant(1, "Approved", Approved.class,
          Fields.of(Approved::new,
              field("security_commitments", Approved::securityCommitments,
                  AssetSecurityCommitment.LIST, "Vec<AssetSecurityCommitment<AssetId>>"))),
      variant(2, "Rejected", Rejected.class, (Rejected) REJECTED));
}

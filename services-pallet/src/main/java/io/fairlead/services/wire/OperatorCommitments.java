package io.fairlead.services.wire;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** An operator of a service and what it exposes, in the order of the requirements. */
public record OperatorCommitments(AccountId operator, List<AssetSecurityCommitment> commitments) {

  public OperatorCommitments {
    commitments = List.copyOf(commitments);
  }

  /** {@code OperatorSecurityCommitments}: of at most 1,024 operators, 64 assets each. */
  static final Codec<List<OperatorCommitments>> BOUNDED_LIST = Codecs.boundedVec(
      Codecs.pair(AccountId.CODEC,
          Codecs.boundedVec(AssetSecurityCommitment.CODEC, Limits.ASSETS_PER_SERVICE_MAX),
          OperatorCommitments::new, OperatorCommitments::operator,
          OperatorCommitments::commitments),
      Limits.OPERATORS_PER_SERVICE_MAX);
}

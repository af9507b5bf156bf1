package io.fairlead.restaking;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What metadata tells of MultiAssetDelegation. */
final class RestakingDeclaration {
  private static final Codec<byte[]> PALLET_ID =
      Codecs.rawBytes(8).shaped(new Shape.Composite("frame_support::PalletId", List.of(),
          List.of(new Shape.Field(null, Codecs.rawBytes(8).shape(), "[u8; 8]"))));

  private RestakingDeclaration() {}

  static PalletDeclaration of(RestakingStorage storage) {
    return new PalletDeclaration(RestakingCall.PALLET, RestakingCall.PALLET, storage.items(),
        RestakingCall.CODEC, RestakingEvent.CODEC, RestakingError.shape(), constants());
  }

  private static List<Constant> constants() {
    return List.of(u32("MaxDelegatorBlueprints", RestakingLimits.DELEGATOR_BLUEPRINTS_MAX),
        u32("MaxOperatorBlueprints", RestakingLimits.OPERATOR_BLUEPRINTS_MAX),
        u32("MaxWithdrawRequests", RestakingLimits.WITHDRAW_REQUESTS_MAX),
        u32("MaxDelegations", RestakingLimits.DELEGATIONS_MAX),
        u32("MaxUnstakeRequests", RestakingLimits.UNSTAKE_REQUESTS_MAX),
        Constant.of("MinOperatorBondAmount", Balance.CODEC, RestakingLimits.OPERATOR_BOND_MIN),
        Constant.of("MinDelegateAmount", Balance.CODEC, RestakingLimits.DEPOSIT_MIN),
        u32("LeaveOperatorsDelay", RestakingLimits.LEAVE_OPERATORS_ROUNDS),
        u32("OperatorBondLessDelay", RestakingLimits.OPERATOR_BOND_LESS_ROUNDS),
        u32("LeaveDelegatorsDelay", RestakingLimits.LEAVE_DELEGATORS_ROUNDS),
        u32("DelegationBondLessDelay", RestakingLimits.DELEGATION_BOND_LESS_ROUNDS),
        Constant.of("PalletId", PALLET_ID, "PotStake".getBytes(StandardCharsets.US_ASCII)),
        Constant.of("SlashRecipient", AccountId.CODEC, RestakingAccounts.SLASH_RECIPIENT));
  }

  private static Constant u32(String name, long value) {
    return Constant.of(name, Codecs.U32, value);
  }
}

package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A delegator. Never removed once it is there.
 *
 * @param deposits by asset, ascending; one whose amount came to zero stays
 * @param withdrawRequests at most {@link RestakingLimits#WITHDRAW_REQUESTS_MAX}
 * @param delegations at most {@link RestakingLimits#DELEGATIONS_MAX}, in the order they came
 * @param unstakeRequests at most {@link RestakingLimits#UNSTAKE_REQUESTS_MAX}
 */
public record DelegatorMetadata(SortedMap<Asset, Deposit> deposits,
    List<WithdrawRequest> withdrawRequests, List<BondInfoDelegator> delegations,
    List<BondLessRequest> unstakeRequests, DelegatorStatus status) {

  /** Nothing deposited, nothing delegated. */
  public static final DelegatorMetadata EMPTY = new DelegatorMetadata(new TreeMap<>(), List.of(),
      List.of(), List.of(), DelegatorStatus.ACTIVE);

  /** Fields in order. */
  public static final Codec<DelegatorMetadata> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::delegator::DelegatorMetadata",
          Fields.of(DelegatorMetadata::new,
              field("deposits", DelegatorMetadata::deposits,
                  Codecs.map(Asset.CODEC, Deposit.CODEC, Codecs.UNBOUNDED),
                  "BTreeMap<Asset<AssetId>, Deposit<Balance, BlockNumber, MaxLocks>>"),
              field("withdraw_requests", DelegatorMetadata::withdrawRequests,
                  Codecs.boundedVec(WithdrawRequest.CODEC, RestakingLimits.WITHDRAW_REQUESTS_MAX),
                  "BoundedVec<WithdrawRequest<AssetId, Balance>, MaxWithdrawRequests>"),
              field("delegations", DelegatorMetadata::delegations,
                  Codecs.boundedVec(BondInfoDelegator.CODEC, RestakingLimits.DELEGATIONS_MAX),
                  "BoundedVec<BondInfoDelegator<AccountId, Balance, AssetId, MaxBlueprints>\n"
                      + ", MaxDelegations>"),
              field("delegator_unstake_requests", DelegatorMetadata::unstakeRequests,
                  Codecs.boundedVec(BondLessRequest.CODEC, RestakingLimits.UNSTAKE_REQUESTS_MAX),
                  "BoundedVec<BondLessRequest<AccountId, AssetId, Balance, MaxBlueprints>,\n"
                      + "MaxUnstakeRequests>"),
              field("status", DelegatorMetadata::status, DelegatorStatus.CODEC,
                  "DelegatorStatus")),
          RestakingLimits.ACCOUNT_ID, RestakingLimits.BALANCE, RestakingLimits.ASSET_ID,
          Shape.param("MaxWithdrawRequests", RestakingLimits.MAX_WITHDRAW_REQUESTS),
          Shape.param("MaxDelegations", RestakingLimits.MAX_DELEGATIONS),
          Shape.param("MaxUnstakeRequests", RestakingLimits.MAX_UNSTAKE_REQUESTS),
          Shape.param("MaxBlueprints", RestakingLimits.MAX_DELEGATOR_BLUEPRINTS),
          RestakingLimits.BLOCK_NUMBER,
          Shape.param("MaxLocks", RestakingLimits.MAX_DELEGATIONS));

  public DelegatorMetadata {
    deposits = Collections.unmodifiableSortedMap(new TreeMap<>(deposits));
    withdrawRequests = List.copyOf(withdrawRequests);
    delegations = List.copyOf(delegations);
    unstakeRequests = List.copyOf(unstakeRequests);
  }

  /** The same with {@code deposit} for {@code asset}. */
  public DelegatorMetadata withDeposit(Asset asset, Deposit deposit) {
    return withDeposit(asset, deposit, delegations, status);
  }

  /** The same with {@code deposit} for {@code asset}, other delegations and status. */
  public DelegatorMetadata withDeposit(Asset asset, Deposit deposit,
      List<BondInfoDelegator> nextDelegations, DelegatorStatus nextStatus) {
    var next = new TreeMap<>(deposits);
    next.put(asset, deposit);
    return new DelegatorMetadata(next, withdrawRequests, nextDelegations, unstakeRequests,
        nextStatus);
  }

  /** The same with other deposits. */
  public DelegatorMetadata withDeposits(SortedMap<Asset, Deposit> next) {
    return new DelegatorMetadata(next, withdrawRequests, delegations, unstakeRequests, status);
  }

  /** The same with other withdraw requests. */
  public DelegatorMetadata withWithdrawRequests(List<WithdrawRequest> next) {
    return new DelegatorMetadata(deposits, next, delegations, unstakeRequests, status);
  }

  /** The same with other unstake requests. */
  public DelegatorMetadata withUnstakeRequests(List<BondLessRequest> next) {
    return new DelegatorMetadata(deposits, withdrawRequests, delegations, next, status);
  }

  /** The same with other delegations. */
  public DelegatorMetadata withDelegations(List<BondInfoDelegator> next) {
    return new DelegatorMetadata(deposits, withdrawRequests, next, unstakeRequests, status);
  }

  /** The same with {@code delegation} at {@code index}. */
  public DelegatorMetadata withDelegation(int index, BondInfoDelegator delegation) {
    var next = new ArrayList<>(delegations);
    next.set(index, delegation);
    return withDelegations(next);
  }
}

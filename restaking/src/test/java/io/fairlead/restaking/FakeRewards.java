package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes what restaking tells; totals in the store. */
final class FakeRewards implements DelegationRewards {
  final Map<Asset, Balance> caps = new HashMap<>();
  final List<String> told = new ArrayList<>();
  boolean refusing;
  private final StorageMap<Asset, Balance> score;

  FakeRewards(Store store) {
    score = StorageMap.of(store, "FakeRewards", "Score", Key.identity(Asset.CODEC), Balance.CODEC,
        Balance.ZERO);
  }

  Balance score(Asset asset) {
    return score.get(asset);
  }

  @Override
  public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    told.add("delegate " + amount + " " + lock);
    score.put(asset, score.get(asset).plus(amount.times(lock == null ? 1 : lock.value())));
    if (refusing) {
      throw DispatchError.Plain.OTHER.refusal();
    }
  }

  @Override
  public void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount) {
    told.add("undelegate " + amount);
  }

  @Override
  public Optional<Balance> depositCapRemaining(Asset asset) {
    return Optional.ofNullable(caps.get(asset));
  }

  @Override
  public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    told.add("slash " + amount + " " + lock);
    score.put(asset,
        score.get(asset).saturatingMinus(amount.times(lock == null ? 1 : lock.value())));
  }
}

package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.primitive.AccountId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One vault and its delegators, reckoned naively with big integers as rewards.md tells it: as deployed,
 * or with every rule of vaults mended. Answers with the name of the error where the chain refuses.
 */
final class VaultModel {
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

  /** A lock: amount, multiplier, first block in which it is over. */
  record Lock(BigInteger amount, int multiplier, long expiry) {}

  /** A deposit of one asset. */
  static final class Held {
    BigInteger amount = BigInteger.ZERO;
    BigInteger delegated = BigInteger.ZERO;
    final List<Lock> locks = new ArrayList<>();
  }

  record Request(AccountId who, Asset asset, BigInteger amount, long round) {}

  /** What a claim would pay, or the error with which it is refused. */
  record Owed(BigInteger amount, @Nullable String error) {
    static Owed refused(String error) {
      return new Owed(BigInteger.ZERO, error);
    }
  }

  final boolean repaired;
  final List<Asset> assets = new ArrayList<>();
  final Map<AccountId, Map<Asset, Held>> deposits = new HashMap<>();
  final List<Request> requests = new ArrayList<>();
  final Map<AccountId, Long> clocks = new HashMap<>();
  final Map<AccountId, BigInteger> claimed = new HashMap<>();
  BigInteger totalDeposit = BigInteger.ZERO;
  BigInteger totalScore = BigInteger.ZERO;
  BigInteger depositCap = BigInteger.ZERO;
  BigInteger incentiveCap = BigInteger.ZERO;
  BigInteger issuance = BigInteger.ZERO;
  long apy;
  boolean boosted;
  long year;
  long decayStart;
  long decayRate;
  long now;
  long round;

  VaultModel(boolean repaired) {
    this.repaired = repaired;
  }

  Held held(AccountId who, Asset asset) {
    return deposits.computeIfAbsent(who, w -> new TreeMap<>()).computeIfAbsent(asset,
        a -> new Held());
  }

  void deposit(AccountId who, Asset asset, BigInteger amount, @Nullable LockMultiplier lock) {
    Held held = held(who, asset);
    held.amount = held.amount.add(amount);
    if (lock != null) {
      held.locks.add(new Lock(amount, lock.value(), now + 432_000L * lock.value()));
    }
  }

  private int weight(AccountId who, Asset asset) {
    List<Lock> locks = held(who, asset).locks;
    return locks.isEmpty() ? 1 : locks.getFirst().multiplier;
  }

  void delegate(AccountId who, Asset asset, BigInteger amount) {
    Held held = held(who, asset);
    held.delegated = held.delegated.add(amount);
    if (!assets.contains(asset)) {
      return;
    }
    totalDeposit = totalDeposit.add(amount);
    totalScore = totalScore.add(amount.multiply(BigInteger.valueOf(weight(who, asset))));
    Long last = clocks.putIfAbsent(who, now);
    claimed.putIfAbsent(who, BigInteger.ZERO);
    if (last != null && repaired && last < now) {
      BigInteger after = BigInteger.ZERO;
      for (Asset each : assets) {
        Held of = deposits.get(who).get(each);
        after = of == null ? after : after.add(of.delegated);
      }
      BigInteger before = after.subtract(amount);
      clocks.put(who, now
          - before.multiply(BigInteger.valueOf(now - last)).divide(after).longValueExact());
    }
  }

  /** Ends what is ripe, by asset ascending. */
  void execute(AccountId who) {
    var sums = new TreeMap<Asset, BigInteger>();
    for (Request request : List.copyOf(requests)) {
      if (request.who.equals(who) && round >= request.round + 5) {
        sums.merge(request.asset, request.amount, BigInteger::add);
        requests.remove(request);
      }
    }
    sums.forEach((asset, amount) -> {
      held(who, asset).delegated = held(who, asset).delegated.subtract(amount);
      if (assets.contains(asset)) {
        totalDeposit = totalDeposit.subtract(amount).max(BigInteger.ZERO);
        BigInteger lost = repaired ? amount.multiply(BigInteger.valueOf(weight(who, asset)))
            : amount;
        totalScore = totalScore.subtract(lost).max(repaired ? totalDeposit : BigInteger.ZERO);
        if (repaired && totalDeposit.signum() == 0) {
          totalScore = BigInteger.ZERO;
        }
      }
    });
  }

  /** What the deposit of {@code asset} has earned. */
  Owed owed(AccountId who, Asset asset) {
    if (!assets.contains(asset)) {
      return Owed.refused("AssetNotInVault");
    }
    Held held = deposits.getOrDefault(who, Map.of()).get(asset);
    if (held == null) {
      return Owed.refused("NoRewardsAvailable");
    }
    if (incentiveCap.compareTo(totalDeposit) > 0) {
      return Owed.refused("TotalDepositLessThanIncentiveCap");
    }
    if (depositCap.signum() == 0) {
      return Owed.refused("CannotCalculatePropotionalApy");
    }
    long blocks = year == 0 && repaired ? 5_256_000 : year;
    if (blocks == 0) {
      return Owed.refused("CannotCalculateRewardPerBlock");
    }
    BigInteger perBlock = perBlock(clocks.getOrDefault(who, 0L), blocks);
    long from = clocks.getOrDefault(who, now);
    var sum = new Sum(perBlock);
    slices(held, from, sum);
    return sum.score.signum() == 0 ? Owed.refused("NoRewardsAvailable")
        : new Owed(sum.reward, null);
  }

  private BigInteger perBlock(long last, long blocks) {
    BigInteger fullness = BILLION.multiply(totalDeposit).divide(depositCap).min(BILLION);
    BigInteger share = BigInteger.valueOf(apy).multiply(fullness).divide(BILLION);
    BigInteger annual = share.multiply(issuance).divide(BILLION);
    return annual.multiply(BILLION.subtract(BigInteger.valueOf(lost(now - last))))
        .divide(BILLION).divide(BigInteger.valueOf(blocks));
  }

  private long lost(long elapsed) {
    if (elapsed <= decayStart) {
      return 0;
    }
    return repaired ? Math.min(decayRate, 100_000_000) * (elapsed - decayStart) / elapsed
        : Math.min(decayRate, 10) * 10_000_000;
  }

  private void slices(Held held, long from, Sum sum) {
    BigInteger rest = repaired ? held.delegated : held.amount;
    if (!repaired) {
      sum.add(rest, now - from);
    }
    for (Lock lock : boosted ? held.locks : List.<Lock>of()) {
      BigInteger amount = repaired ? lock.amount.min(rest) : lock.amount;
      rest = rest.subtract(repaired ? amount : BigInteger.ZERO);
      long locked = Math.max(0, Math.min(lock.expiry, now) - from);
      if (lock.expiry > from) {
        sum.add(amount.multiply(BigInteger.valueOf(lock.multiplier)), locked);
        sum.add(amount, lock.expiry > now ? 0 : now - from - locked);
      } else {
        sum.add(amount, now - from);
      }
    }
    if (repaired) {
      sum.add(rest, now - from);
    }
  }

  /** Scores count once, whatever their blocks. */
  private final class Sum {
    private final BigInteger perBlock;
    private BigInteger score = BigInteger.ZERO;
    private BigInteger reward = BigInteger.ZERO;

    Sum(BigInteger perBlock) {
      this.perBlock = perBlock;
    }

    void add(BigInteger amount, long blocks) {
      score = score.add(amount);
      BigInteger part;
      if (totalScore.signum() == 0 || amount.compareTo(totalScore) >= 0) {
        part = perBlock;
      } else if (repaired) {
        part = perBlock.multiply(amount).divide(totalScore);
      } else {
        part = perBlock.multiply(BILLION.multiply(amount).divide(totalScore)).divide(BILLION);
      }
      reward = reward.add(part.multiply(BigInteger.valueOf(blocks)));
    }
  }

  /** What a claim of {@code asset} pays altogether, as long as it is not refused. */
  BigInteger paid(AccountId who, Asset asset) {
    BigInteger sum = owed(who, asset).amount;
    for (Asset other : repaired ? assets : List.<Asset>of()) {
      sum = other.equals(asset) ? sum : sum.add(owed(who, other).amount);
    }
    return sum;
  }

  void claim(AccountId who, BigInteger amount) {
    clocks.put(who, now);
    claimed.merge(who, amount, BigInteger::add);
  }
}

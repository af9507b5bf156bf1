package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which calls and hooks can write which items, and so what may have caused a change. */
final class Causes {
  private static final Set<String> MONEY_OF_DELEGATION =
      Set.of("MultiAssetDelegation.Operators", "MultiAssetDelegation.Delegators",
          "Rewards.TotalRewardVaultScore", "Rewards.TotalRewardVaultDeposit",
          "Rewards.UserClaimedReward");
  private static final Set<String> START =
      Set.of("Services.Instances", "Services.NextInstanceId", "Services.UserServices",
          "Services.ServiceStatus", "Services.OperatorsProfile", "Services.ServiceRequests",
          "Services.StagingServicePayments", "Services.NextServiceRequestId",
          "Rewards.PendingOperatorRewards");
  private static final Map<String, Set<String>> SERVICES = Map.ofEntries(
      Map.entry("create_blueprint", Set.of("Blueprints", "NextBlueprintId")),
      Map.entry("register", Set.of("Operators", "OperatorsProfile")),
      Map.entry("unregister", Set.of("Operators", "OperatorsProfile")),
      Map.entry("update_rpc_address", Set.of("Operators", "OperatorsProfile")),
      Map.entry("request",
          Set.of("ServiceRequests", "NextServiceRequestId", "StagingServicePayments")),
      Map.entry("reject", Set.of("ServiceRequests", "StagingServicePayments")),
      Map.entry("call", Set.of("JobCalls", "NextJobCallId", "JobPayments",
          "JobSubscriptionBillings", "UserSubscriptionCount")),
      Map.entry("submit_result", Set.of("JobResults", "JobPayments")),
      Map.entry("slash", Set.of("UnappliedSlashes", "NextUnappliedSlashIndex")),
      Map.entry("dispute", Set.of("UnappliedSlashes")),
      Map.entry("update_master_blueprint_service_manager",
          Set.of("MasterBlueprintServiceManagerRevisions")),
      Map.entry("join_service", Set.of("Instances", "OperatorsProfile", "UserServices")),
      Map.entry("leave_service", Set.of("Instances", "OperatorsProfile", "UserServices")),
      Map.entry("heartbeat", Set.of("ServiceHeartbeats", "ServiceOperatorHeartbeats",
          "UnappliedSlashes", "NextUnappliedSlashIndex")),
      Map.entry("update_default_heartbeat_threshold", Set.of("DefaultHeartbeatThreshold")),
      Map.entry("update_default_heartbeat_interval", Set.of("DefaultHeartbeatInterval")),
      Map.entry("update_default_heartbeat_slashing_window", Set.of("DefaultSlashingWindow")));

  /** Of a hook: what the slashes and bills of a block can write. */
  private static final Set<String> BLOCK_START = Set.of("Services.UnappliedSlashes",
      "Services.JobSubscriptionBillings", "Services.UserSubscriptionCount",
      "Rewards.PendingOperatorRewards", "MultiAssetDelegation.Operators",
      "MultiAssetDelegation.Delegators", "Rewards.TotalRewardVaultScore",
      "Rewards.TotalRewardVaultDeposit");
  private static final String BLOCK_START_HOOK = "start of block";
  private static final Set<String> ROUND_START =
      Set.of("MultiAssetDelegation.AtStake", "MultiAssetDelegation.CurrentRound");

  /** Rounds after its own in which a termination still finds a slash. */
  private static final long TERMINATED_ROUNDS = 1;

  private final Map<String, Set<Integer>> byItem = new HashMap<>();
  private final Map<Bytes, Set<Integer>> byKey = new HashMap<>();
  private final boolean hooksSpoke;

  private Causes(boolean hooksSpoke) {
    this.hooksSpoke = hooksSpoke;
  }

  /** The possible causes in a block of these facts. */
  static Causes of(List<Fact> facts) {
    var causes = new Causes(facts.stream().anyMatch(fact -> fact instanceof Fact.Event event
        && !(event.phase() instanceof io.fairlead.substrate.pallet.Phase.ApplyExtrinsic)
        && ChangeReader.PALLETS.contains(event.event().pallet())));
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Call call when call.outcome() instanceof Outcome.Done ->
            writes(call.call()).forEach(item -> causes.byItem
                .computeIfAbsent(item, it -> new HashSet<>()).add(call.extrinsic()));
        case Fact.Event event when event
            .phase() instanceof io.fairlead.substrate.pallet.Phase.ApplyExtrinsic(long index) ->
            event.event().typed().map(TouchedKeys::of).orElse(List.of()).forEach(key -> causes.byKey
                .computeIfAbsent(key, it -> new HashSet<>()).add((int) index));
        case Fact.Call refused -> {}
        case Fact.Event event -> {}
        case Fact.Mark mark -> {}
        case Fact.Change change -> {}
      }
    }
    return causes;
  }

  private static Set<String> writes(Fact.Known<?> call) {
    return switch (call.pallet()) {
      case RestakingCall.PALLET -> MONEY_OF_DELEGATION;
      case RewardsCall.PALLET -> Set.of("Rewards.*");
      default -> services(call);
    };
  }

  private static Set<String> services(Fact.Known<?> call) {
    if (!call.pallet().equals(ServicesCall.PALLET)) {
      return Set.of();
    }
    var items = new HashSet<String>();
    SERVICES.getOrDefault(call.name(), Set.of()).forEach(it -> items.add("Services." + it));
    switch (call.name()) {
      case "approve", "request_with_signed_price_quotes" -> items.addAll(START);
      case "submit_result", "call" -> items.add("Rewards.PendingOperatorRewards");
      case "terminate" -> {
        items.addAll(START);
        items.addAll(BLOCK_START);
      }
      default -> {} // the table has all of it
    }
    return items;
  }

  /** Why the value under {@code key} of {@code pallet.item} changed. */
  Cause of(Bytes key, String pallet, String item) {
    String name = pallet + "." + item;
    if (ROUND_START.contains(name)) {
      return new Cause.Hook("new round");
    }
    var possible = new ArrayList<>(byKey.getOrDefault(key, Set.of()));
    if (possible.isEmpty()) {
      var all = new HashSet<>(byItem.getOrDefault(name, Set.of()));
      all.addAll(byItem.getOrDefault(pallet + ".*", Set.of()));
      possible.addAll(all);
    }
    boolean hookCan = hooksSpoke && BLOCK_START.contains(name);
    if (possible.isEmpty()) {
      return BLOCK_START.contains(name) ? new Cause.Hook(BLOCK_START_HOOK) : new Cause.Unknown();
    }
    return one(possible, hookCan);
  }

  private static Cause one(Collection<Integer> possible, boolean hookCan) {
    int last = possible.stream().mapToInt(Integer::intValue).max().orElseThrow();
    return possible.size() == 1 && !hookCan ? new Cause.Certain(last) : new Cause.Likely(last);
  }

  /**
   * Why a slash is gone. A dispute says so. The hook takes one in its round + 7 (those of round 0 before
   * that) at the start of a block, so before any call; later only where slashes are held until they are
   * due, and then it says what it took. A termination reaches its own round and the one before.
   *
   * @param recorded round of the slash
   * @param round after the block
   */
  Cause ofGoneSlash(Bytes key, long recorded, long round) {
    Set<Integer> disputes = byKey.getOrDefault(key, Set.of());
    if (!disputes.isEmpty()) {
      return one(disputes, false);
    }
    long due = recorded + Limits.SLASH_DEFER_ROUNDS;
    boolean isDue = recorded == 0 || round >= due;
    if (isDue && (round <= due + 1 || hooksSpoke)) { // + 1: the round may have ended after the hook
      return new Cause.Hook(BLOCK_START_HOOK);
    }
    Set<Integer> calls = byItem.getOrDefault(ServicesCall.PALLET + ".UnappliedSlashes", Set.of());
    return calls.isEmpty() || round > recorded + TERMINATED_ROUNDS ? new Cause.Unknown()
        : one(calls, false);
  }
}

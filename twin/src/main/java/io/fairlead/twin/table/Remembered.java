package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.slash.SlashQueueState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Open rows as the blocks of this transaction leave them: read once from the tables behind it. */
final class Remembered implements Standing {
  private final Standing behind;
  private final Map<Long, Set<AccountId>> members = new HashMap<>();
  private final Map<Long, Boolean> services = new HashMap<>();
  private final Map<AccountId, Map<DelegationKey, Balance>> delegations = new HashMap<>();
  private final Map<Long, VaultTotals> vaults = new HashMap<>();
  private final Map<Long, SlashQueueState> slashes = new HashMap<>();
  private final Set<Long> jobs = new HashSet<>();
  private final Set<Long> requests = new HashSet<>();

  Remembered(Standing behind) {
    this.behind = behind;
  }

  @Override
  public Set<AccountId> members(long service) {
    return members.computeIfAbsent(service, behind::members);
  }

  void members(long service, Set<AccountId> now) {
    members.put(service, now);
  }

  @Override
  public boolean isService(long service) {
    return services.computeIfAbsent(service, behind::isService);
  }

  void service(long service, boolean runs) {
    services.put(service, runs);
  }

  @Override
  public Map<DelegationKey, Balance> delegations(AccountId delegator) {
    return delegations.computeIfAbsent(delegator, behind::delegations);
  }

  void delegations(AccountId delegator, Map<DelegationKey, Balance> now) {
    delegations.put(delegator, now);
  }

  @Override
  public VaultTotals vault(long vault) {
    return vaults.computeIfAbsent(vault, behind::vault);
  }

  void vault(long vault, VaultTotals now) {
    vaults.put(vault, now);
  }

  @Override
  public SlashQueueState slashes(long round) {
    return slashes.computeIfAbsent(round, behind::slashes);
  }

  void slashes(long round, SlashQueueState now) {
    slashes.put(round, now);
  }

  @Override
  public boolean isJob(long call) {
    return jobs.contains(call) || behind.isJob(call);
  }

  void job(long call) {
    jobs.add(call);
  }

  @Override
  public boolean isRequest(long request) {
    return requests.contains(request) || behind.isRequest(request);
  }

  void request(long request) {
    requests.add(request);
  }
}

package io.fairlead.twin.audit;

import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.delegator.DelegatorState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.job.JobCallState;
import io.fairlead.twin.job.JobPageState;
import io.fairlead.twin.operator.OperatorState;
import io.fairlead.twin.request.RequestState;
import io.fairlead.twin.reward.VaultState;
import io.fairlead.twin.service.ServiceState;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashQueueState;
import io.fairlead.twin.table.DelegationRow;
import io.fairlead.twin.table.JobRow;
import io.fairlead.twin.table.MemberRow;
import io.fairlead.twin.table.Page;
import io.fairlead.twin.table.RequestRow;
import io.fairlead.twin.table.Rows;
import io.fairlead.twin.table.SlashRow;
import io.fairlead.twin.table.TableView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares the tables with the entities at one block. Both come from the log, each by its own way, so
 * that one shows what the other lost.
 */
public final class TableAudit {
  private static final String NOTHING = "nothing";

  private final TableView tables;
  private final long at;
  private final List<Difference> differences = new ArrayList<>();
  private final Set<String> slashes = new HashSet<>();
  private final Set<Long> requests = new HashSet<>();
  private final Map<Long, VaultState> vaults = new TreeMap<>();
  private long rows;

  /** An audit of {@code tables} at block {@code at}. */
  public TableAudit(TableView tables, long at) {
    this.tables = tables;
    this.at = at;
  }

  /** Takes the state of an entity at the block. */
  public void entity(EntityKey key, Object state) {
    switch (state) {
      case SlashQueueState it -> slashes(it);
      case ServiceState it -> members(it);
      case DelegatorState it -> delegations(it);
      case JobPageState it -> it.calls().values().forEach(this::job);
      case RequestState it -> request(it);
      case VaultState it -> vaults.put(it.id(), it);
      case OperatorState it -> duties(it);
      default -> {} // no table tells of it
    }
  }

  /** Rows compared. */
  public long rows() {
    return rows;
  }

  /** All differences, after the last entity: rows that no entity knows among them. */
  public List<Difference> finish() {
    for (SlashRow row : all(page -> tables.slashes(at, TableView.SlashState.ALL, Optional.empty(),
        Optional.empty(), page))) {
      if (!slashes.contains(row.round() + "/" + row.index())) {
        compare("slash", row.round() + "/" + row.index(), NOTHING, row.toString());
      }
    }
    for (RequestRow row : all(page -> tables.requests(at, false, page))) {
      if (!requests.contains(row.request())) {
        compare("request", Long.toString(row.request()), NOTHING, row.toString());
      }
    }
    var totals = new TreeMap<Long, String>();
    tables.vaults(at).forEach(row -> totals.put(row.vault(), row.deposit() + " " + row.score()));
    vaults.forEach((id, vault) -> {
      if (vault.deposit() != null || vault.score() != null) {
        compare("vault_total", Long.toString(id), orZero(vault.deposit()) + " "
            + orZero(vault.score()), totals.getOrDefault(id, NOTHING));
      }
    });
    return List.copyOf(differences);
  }

  private static Balance orZero(@org.jspecify.annotations.Nullable Balance amount) {
    return amount == null ? Balance.ZERO : amount;
  }

  private static <T> List<T> all(Function<Page, Rows<T>> pages) {
    var all = new ArrayList<T>();
    String after = "";
    do {
      Rows<T> page = pages.apply(new Page(after, Page.LIMIT_MAX));
      all.addAll(page.rows());
      after = page.next();
    } while (!after.isEmpty());
    return all;
  }

  private void compare(String table, String key, Object expected, Object found) {
    rows++;
    if (!expected.toString().equals(found.toString())) {
      differences.add(new Difference("table " + table, "row", key, expected.toString(),
          found.toString()));
    }
  }

  private void compareSorted(String table, String key, Collection<String> expected,
      Collection<String> found) {
    compare(table, key, expected.stream().sorted().toList(), found.stream().sorted().toList());
  }

  private void slashes(SlashQueueState queue) {
    for (SlashCase each : queue.cases().values()) {
      String key = queue.round() + "/" + each.index();
      slashes.add(key);
      compare("slash", key, text(each), tables.slash(at, queue.round(), each.index())
          .map(TableAudit::text).orElse(NOTHING));
    }
  }

  private static String text(SlashCase it) {
    var closing = it.closing();
    return it.entry().operator() + " " + it.entry().serviceId() + " "
        + it.entry().slashPercent().parts() + "% recorded " + it.recorded() + " by "
        + (it.proposal() == null ? null : it.proposal().by()) + " end "
        + (closing == null ? "none" : closing.end() + " at " + closing.block() + " by "
            + closing.by());
  }

  private static String text(SlashRow it) {
    return it.operator() + " " + it.service() + " " + it.percent() + "% recorded " + it.recorded()
        + " by " + it.proposedBy() + " end "
        + (it.end() == null ? "none" : it.end() + " at " + it.ended() + " by " + it.endedBy());
  }

  private void members(ServiceState service) {
    List<String> expected = service.record() == null ? List.of()
        : service.record().operators().stream().map(it -> it.operator().toString()).toList();
    List<String> found = all(page -> tables.members(at, service.id(), false, page)).stream()
        .map(MemberRow::operator).map(Object::toString).toList();
    compareSorted("service_member", Long.toString(service.id()), expected, found);
  }

  private void delegations(DelegatorState delegator) {
    DelegatorMetadata record =
        delegator.record() == null ? DelegatorMetadata.EMPTY : delegator.record();
    var expected = new TreeMap<String, Balance>();
    for (BondInfoDelegator each : record.delegations()) {
      expected.merge(each.operator() + " " + each.asset() + " " + each.isNomination(),
          each.amount(), Balance::saturatingPlus);
    }
    var found = new TreeMap<String, Balance>();
    for (DelegationRow each : all(page -> tables.delegationsOf(at, delegator.account(), page))) {
      found.put(each.operator() + " " + each.asset() + " " + each.isNomination(), each.amount());
    }
    compare("delegation", delegator.account().toString(), expected, found);
  }

  private void job(JobCallState call) {
    Optional<JobRow> row = tables.job(at, call.id());
    compare("job", Long.toString(call.id()),
        call.service() + " caller " + call.caller() + " answered " + call.isAnswered(),
        row.map(it -> it.service() + " caller " + it.caller() + " answered "
            + (it.answers() > 0)).orElse(NOTHING));
  }

  private void request(RequestState request) {
    requests.add(request.id());
    compare("request", Long.toString(request.id()), request.record() != null, tables
        .request(at, request.id()).map(it -> it.end() == null).map(Object::toString)
        .orElse(NOTHING));
  }

  private void duties(OperatorState operator) {
    List<String> found =
        all(page -> tables.duties(at, operator.account(), true, page)).stream()
            .filter(it -> it.call() >= operator.dutiesFrom()) // older ones the entity left out
            .map(it -> Long.toString(it.call())).toList();
    List<String> kept = operator.duties().keySet().stream()
        .filter(call -> call >= operator.dutiesFrom()).map(Object::toString).toList();
    compareSorted("duty", operator.account().toString(), kept, found);
  }
}

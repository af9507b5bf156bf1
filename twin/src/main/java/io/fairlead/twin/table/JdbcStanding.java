package io.fairlead.twin.table;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.slash.Proposal;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashQueueState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open rows as they stand in the database. */
final class JdbcStanding implements Standing {
  private final Statements statements;

  JdbcStanding(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Set<AccountId> members(long service) {
    return new LinkedHashSet<>(statements.list(
        "SELECT operator FROM service_member WHERE service = ? AND valid_to < 0 ORDER BY operator",
        row -> AccountId.hex(row.getString(1)), service));
  }

  @Override
  public boolean isService(long service) {
    return isThere("SELECT 1 FROM service_of_blueprint WHERE service = ? AND valid_to < 0",
        service);
  }

  private boolean isThere(String sql, Object value) {
    return !statements.list(sql, row -> 1, value).isEmpty();
  }

  private record Delegated(DelegationKey key, Balance amount) {}

  @Override
  public Map<DelegationKey, Balance> delegations(AccountId delegator) {
    var all = new HashMap<DelegationKey, Balance>();
    statements.list(
        "SELECT operator, asset, nomination, amount FROM delegation"
            + " WHERE delegator = ? AND valid_to < 0",
        row -> new Delegated(new DelegationKey(AccountId.hex(row.getString(1)),
            Texts.asset(row.getString(2)), row.getBoolean(3)),
            Balance.of(row.getBigDecimal(4).toBigIntegerExact())),
        delegator.toString()).forEach(each -> all.put(each.key(), each.amount()));
    return all;
  }

  @Override
  public VaultTotals vault(long vault) {
    List<VaultTotals> found = statements.list(
        "SELECT deposit, score FROM vault_total WHERE vault = ? AND valid_to < 0",
        row -> new VaultTotals(Balance.of(row.getBigDecimal(1).toBigIntegerExact()),
            Balance.of(row.getBigDecimal(2).toBigIntegerExact())),
        vault);
    return found.isEmpty() ? new VaultTotals(Balance.ZERO, Balance.ZERO) : found.getFirst();
  }

  @Override
  public SlashQueueState slashes(long round) {
    return SlashQueueState.of(round, new ArrayList<>(statements.list(
        "SELECT idx, blueprint, service, operator, percent, recorded, proposer, call_block,"
            + " call_idx, extrinsic FROM slash WHERE round = ? AND ended < 0",
        row -> open(round, row), round)));
  }

  private static SlashCase open(long round, ResultSet row) throws SQLException {
    var entry = new UnappliedSlash(round, row.getLong(2), row.getLong(3),
        AccountId.hex(row.getString(4)), new Percent(row.getInt(5)));
    String by = row.getString(7);
    long callBlock = row.getLong(8);
    Proposal proposal = row.getLong(10) < 0 ? null
        : new Proposal(by == null ? null : AccountId.hex(by),
            callBlock < 0 ? null : new FactId(callBlock, row.getInt(9)), row.getLong(10),
            List.of());
    return new SlashCase(row.getLong(1), entry, row.getLong(6), proposal, null);
  }

  @Override
  public boolean isJob(long call) {
    return isThere("SELECT 1 FROM job WHERE call_id = ?", call);
  }

  @Override
  public boolean isRequest(long request) {
    return isThere("SELECT 1 FROM request WHERE id = ?", request);
  }
}

package io.fairlead.twin.table;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.substrate.primitive.AccountId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The tables, asked over JDBC. */
public final class JdbcTables implements TableView, AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final String OPEN_AT = " AND valid_from <= ? AND (valid_to < 0 OR valid_to > ?)";
  private static final String SINCE = " AND valid_from <= ?";

  private final HikariDataSource source;
  private final LongSupplier watermark;

  private JdbcTables(HikariDataSource source, LongSupplier watermark) {
    this.source = source;
    this.watermark = watermark;
  }

  /**
   * Opens the tables and makes them if they are not there.
   *
   * @param watermark tells how far they reach
   * @throws SQLException when the database cannot be used
   */
  public static JdbcTables open(TableDatabase database, LongSupplier watermark)
      throws SQLException {
    database.open().close();
    var config = new HikariConfig();
    config.setJdbcUrl(database.url());
    if (database.isEmbedded()) {
      config.setUsername("sa");
      config.setPassword("");
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    config.setConnectionInitSql("SET SCHEMA '" + database.schema() + "'");
    return new JdbcTables(new HikariDataSource(config), watermark);
  }

  /** Number of the last event of the log of which the rows are there; 0 without any. */
  public long sequence() {
    return first(list("SELECT sequence FROM progress WHERE id = 0", row -> row.getLong(1),
        List.of())).orElse(0L);
  }

  @Override
  public long watermark() {
    return watermark.getAsLong();
  }

  private <T> List<T> list(String sql, Statements.RowReader<T> reader,
      List<@Nullable Object> values) {
    try (Connection connection = source.getConnection();
        Statements statements = new Statements(connection)) {
      return statements.list(sql, reader, values.toArray());
    } catch (SQLException failed) {
      throw new Statements.Failed(failed);
    }
  }

  /** One row more than wanted shows whether there is a next page. */
  private <T> Rows<T> page(String sql, Statements.RowReader<T> reader, Page page,
      Function<T, String> key, Object... values) {
    var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
    all.add(page.limit() + 1);
    List<T> found = list(sql + " LIMIT ?", reader, all);
    boolean isMore = found.size() > page.limit();
    List<T> rows = isMore ? found.subList(0, page.limit()) : found;
    return new Rows<>(rows, isMore ? key.apply(rows.getLast()) : "");
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }

  /** Numbers of a key such as {@code 12/3}; those that are missing stand before all. */
  private static long[] numbers(Page page, int count) {
    long[] numbers = new long[count];
    Arrays.fill(numbers, -1);
    String[] parts = page.after().isEmpty() ? new String[0] : page.after().split("/");
    if (parts.length > count) {
      throw new IllegalArgumentException("after: expected what \"next\" gave, found "
          + page.after());
    }
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Long.parseLong(parts[i]);
      } catch (NumberFormatException notNumber) {
        throw new IllegalArgumentException("after: expected what \"next\" gave, found "
            + page.after());
      }
    }
    return numbers;
  }

  @Override
  public Rows<SlashRow> slashes(long at, SlashState state, Optional<AccountId> operator,
      Optional<Long> service, Page page) {
    long[] after = numbers(page, 2);
    var values = new ArrayList<Object>(List.of(at, after[0], after[0], after[1]));
    var sql = new StringBuilder("SELECT * FROM slash WHERE recorded <= ?"
        + " AND (round > ? OR round = ? AND idx > ?)");
    switch (state) {
      case PENDING -> {
        sql.append(" AND (ended < 0 OR ended > ?)");
        values.add(at);
      }
      case ENDED -> {
        sql.append(" AND ended >= 0 AND ended <= ?");
        values.add(at);
      }
      case ALL -> {} // both
    }
    operator.ifPresent(it -> {
      sql.append(" AND operator = ?");
      values.add(it.toString());
    });
    service.ifPresent(it -> {
      sql.append(" AND service = ?");
      values.add(it);
    });
    return page(sql.append(" ORDER BY round, idx").toString(), row -> ReadRows.slash(row, at),
        page, row -> row.round() + "/" + row.index(), values.toArray());
  }

  @Override
  public Optional<SlashRow> slash(long at, long round, long index) {
    return first(list("SELECT * FROM slash WHERE round = ? AND idx = ? AND recorded <= ?",
        row -> ReadRows.slash(row, at), List.of(round, index, at)));
  }

  @Override
  public Rows<ServiceRow> services(long at, long blueprint, boolean onlyActive, Page page) {
    long[] after = numbers(page, 1);
    String sql = "SELECT * FROM service_of_blueprint WHERE blueprint = ? AND service > ?";
    String order = " ORDER BY service";
    return onlyActive
        ? page(sql + OPEN_AT + order, row -> ReadRows.service(row, at), page,
            row -> Long.toString(row.service()), blueprint, after[0], at, at)
        : page(sql + SINCE + order, row -> ReadRows.service(row, at), page,
            row -> Long.toString(row.service()), blueprint, after[0], at);
  }

  /** The account and the block of a key such as {@code 0x…/12}. */
  private record AccountAfter(String account, long block) {
    static AccountAfter of(Page page) {
      int slash = page.after().indexOf('/');
      try {
        return slash < 0 ? new AccountAfter("", -1) : new AccountAfter(
            page.after().substring(0, slash), Long.parseLong(page.after().substring(slash + 1)));
      } catch (NumberFormatException notNumber) {
        throw new IllegalArgumentException("after: expected what \"next\" gave, found "
            + page.after());
      }
    }
  }

  @Override
  public Rows<MemberRow> members(long at, long service, boolean withFormer, Page page) {
    AccountAfter after = AccountAfter.of(page);
    String sql = "SELECT * FROM service_member WHERE service = ?"
        + " AND (operator > ? OR operator = ? AND valid_from > ?)";
    String order = " ORDER BY operator, valid_from";
    Function<MemberRow, String> key = row -> row.operator() + "/" + row.from();
    return withFormer
        ? page(sql + SINCE + order, row -> ReadRows.member(row, at), page, key, service,
            after.account(), after.account(), after.block(), at)
        : page(sql + OPEN_AT + order, row -> ReadRows.member(row, at), page, key, service,
            after.account(), after.account(), after.block(), at, at);
  }

  @Override
  public Rows<MemberRow> memberships(long at, AccountId operator, boolean withFormer, Page page) {
    long[] after = numbers(page, 2);
    String sql = "SELECT * FROM service_member WHERE operator = ?"
        + " AND (service > ? OR service = ? AND valid_from > ?)";
    String order = " ORDER BY service, valid_from";
    Function<MemberRow, String> key = row -> row.service() + "/" + row.from();
    return withFormer
        ? page(sql + SINCE + order, row -> ReadRows.member(row, at), page, key,
            operator.toString(), after[0], after[0], after[1], at)
        : page(sql + OPEN_AT + order, row -> ReadRows.member(row, at), page, key,
            operator.toString(), after[0], after[0], after[1], at, at);
  }

  /** Below the last one of the page before, where newest come first. */
  private static long below(Page page) {
    long after = numbers(page, 1)[0];
    return after < 0 ? Long.MAX_VALUE : after;
  }

  @Override
  public Rows<JobRow> jobs(long at, long service, boolean onlyOpen, Page page) {
    String sql = "SELECT * FROM job WHERE service = ? AND call_id < ? AND called_block <= ?";
    String order = " ORDER BY call_id DESC";
    Function<JobRow, String> key = row -> Long.toString(row.call());
    return onlyOpen
        ? page(sql + " AND (answers = 0 OR first_block > ?) AND (settled < 0 OR settled > ?)"
            + order, row -> ReadRows.job(row, at), page, key, service, below(page), at, at, at)
        : page(sql + order, row -> ReadRows.job(row, at), page, key, service, below(page), at);
  }

  @Override
  public Optional<JobRow> job(long at, long call) {
    return first(list("SELECT * FROM job WHERE call_id = ? AND called_block <= ?",
        row -> ReadRows.job(row, at), List.of(call, at)));
  }

  @Override
  public Rows<DutyRow> duties(long at, AccountId operator, boolean onlyOpen, Page page) {
    String sql = "SELECT * FROM duty WHERE operator = ? AND call_id > ? AND called <= ?";
    String order = " ORDER BY call_id";
    Function<DutyRow, String> key = row -> Long.toString(row.call());
    long after = numbers(page, 1)[0];
    return onlyOpen
        ? page(sql + " AND (settled < 0 OR settled > ?)" + order, row -> ReadRows.duty(row, at),
            page, key, operator.toString(), after, at, at)
        : page(sql + order, row -> ReadRows.duty(row, at), page, key, operator.toString(), after,
            at);
  }

  @Override
  public Rows<IncomeRow> income(long at, AccountId who, Page page) {
    String[] after = page.after().isEmpty() ? new String[0] : page.after().split("/");
    if (after.length != 0 && after.length != 5) {
      throw new IllegalArgumentException("after: expected what \"next\" gave, found "
          + page.after());
    }
    String order = " ORDER BY on_day DESC, era DESC, cause, service, asset";
    Function<IncomeRow, String> key = row -> row.day() + "/" + row.era() + "/" + row.cause() + "/"
        + row.service() + "/" + Texts.of(row.asset());
    if (after.length == 0) {
      return page("SELECT * FROM income WHERE who = ?" + order, ReadRows::income, page, key,
          who.toString());
    }
    try {
      long day = Long.parseLong(after[0]);
      long era = Long.parseLong(after[1]);
      long service = Long.parseLong(after[3]);
      return page("SELECT * FROM income WHERE who = ? AND (on_day < ? OR on_day = ? AND (era < ?"
          + " OR era = ? AND (cause > ? OR cause = ? AND (service > ?"
          + " OR service = ? AND asset > ?))))" + order, ReadRows::income, page, key,
          who.toString(), day, day, era, era, after[2], after[2], service, service, after[4]);
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("after: expected what \"next\" gave, found "
          + page.after());
    }
  }

  /** The parts of a key of a delegation: the other account, asset, nomination, block. */
  private static Object[] delegationAfter(Page page, Object first) {
    String[] after = page.after().isEmpty() ? new String[] {"", "", "false", "-1"}
        : page.after().split("/");
    try {
      if (after.length == 4) {
        long block = Long.parseLong(after[3]);
        boolean nomination = Boolean.parseBoolean(after[2]);
        return new Object[] {first, after[0], after[0], after[1], after[1], nomination,
            nomination, block};
      }
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("after: expected what \"next\" gave, found "
          + page.after(), notNumber);
    }
    throw new IllegalArgumentException("after: expected what \"next\" gave, found "
        + page.after());
  }

  private Rows<DelegationRow> delegations(long at, String mine, String other, AccountId account,
      Function<DelegationRow, AccountId> otherOf, Page page) {
    var values = new ArrayList<Object>(
        Arrays.asList(delegationAfter(page, account.toString())));
    values.add(at);
    values.add(at);
    return page("SELECT * FROM delegation WHERE " + mine + " = ? AND (" + other + " > ? OR " + other
        + " = ? AND (asset > ? OR asset = ? AND (nomination > ? OR nomination = ?"
        + " AND valid_from > ?)))" + OPEN_AT + " ORDER BY " + other
        + ", asset, nomination, valid_from", row -> ReadRows.delegation(row, at), page,
        row -> otherOf.apply(row) + "/" + Texts.of(row.asset()) + "/" + row.isNomination() + "/"
            + row.from(),
        values.toArray());
  }

  @Override
  public Rows<DelegationRow> delegationsOf(long at, AccountId delegator, Page page) {
    return delegations(at, "delegator", "operator", delegator, DelegationRow::operator, page);
  }

  @Override
  public Rows<DelegationRow> delegationsTo(long at, AccountId operator, Page page) {
    return delegations(at, "operator", "delegator", operator, DelegationRow::delegator, page);
  }

  @Override
  public List<VaultTotalRow> vaults(long at) {
    return list("SELECT * FROM vault_total WHERE vault >= 0" + OPEN_AT + " ORDER BY vault",
        row -> ReadRows.vault(row, at), List.of(at, at));
  }

  @Override
  public Rows<RefusedCallRow> refused(long at, AccountId signer, Page page) {
    long[] after = numbers(page, 2);
    long block = after[0] < 0 ? Long.MAX_VALUE : after[0];
    return page(
        "SELECT * FROM refused_call WHERE signer = ? AND (block < ? OR block = ? AND idx < ?)"
            + " AND block <= ? ORDER BY block DESC, idx DESC",
        ReadRows::refused, page,
        row -> row.fact().block() + "/" + row.fact().index(), signer.toString(), block, block,
        after[1], at);
  }

  @Override
  public Rows<RequestRow> requests(long at, boolean onlyWaiting, Page page) {
    String sql = "SELECT * FROM request WHERE id > ? AND requested <= ?";
    String order = " ORDER BY id";
    Function<RequestRow, String> key = row -> Long.toString(row.request());
    long after = numbers(page, 1)[0];
    return onlyWaiting
        ? page(sql + " AND (ended < 0 OR ended > ?)" + order, row -> ReadRows.request(row, at),
            page, key, after, at, at)
        : page(sql + order, row -> ReadRows.request(row, at), page, key, after, at);
  }

  @Override
  public Optional<RequestRow> request(long at, long request) {
    return first(list("SELECT * FROM request WHERE id = ? AND requested <= ?",
        row -> ReadRows.request(row, at), List.of(request, at)));
  }

  @Override
  public Optional<LogPart> part(long block) {
    return first(list("SELECT * FROM log_part WHERE last_block >= ? AND first_block <= ?"
        + " ORDER BY last_block, sequence DESC LIMIT 1", ReadRows::part, List.of(block, block)));
  }

  @Override
  public void close() {
    source.close();
  }
}

package io.fairlead.twin.table;

import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.log.Blocks;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes rows, and how far they reach, in one transaction. For one thread. */
final class TableStore implements AutoCloseable {
  private static final String INCOME_MORE = "UPDATE income SET amount = amount + ?,"
      + " times = times + ?, last_block = ? WHERE who = ? AND era = ? AND on_day = ? AND cause = ?"
      + " AND service = ? AND asset = ?";
  private static final String INCOME_NEW =
      "INSERT INTO income (amount, times, last_block, who, era,"
          + " on_day, cause, service, asset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Statements statements;
  private Progress at;

  /**
   * How far the tables reach.
   *
   * @param block last block; -1: none
   * @param sequence number of the last event of the log
   * @param era after it
   */
  record Progress(long block, long sequence, long era) {
    static final Progress NONE = new Progress(-1, 0, 0);
  }

  TableStore(TableDatabase database) throws SQLException {
    statements = new Statements(database.open());
    List<Progress> found = statements.list("SELECT block, sequence, era FROM progress WHERE id = 0",
        row -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)));
    if (found.isEmpty()) {
      statements.of("INSERT INTO progress (id, block, sequence, era) VALUES (0, -1, 0, 0)")
          .executeUpdate();
    }
    at = found.isEmpty() ? Progress.NONE : found.getFirst();
    statements.connection().commit();
  }

  Progress at() {
    return at;
  }

  /**
   * Takes events of the log that follow the last one taken and end with a whole block.
   *
   * @throws SQLException when nothing of it was taken
   */
  void take(List<Blocks> events) throws SQLException {
    try {
      var fold = new RowFold(new JdbcStanding(statements), at.era());
      long sequence = at.sequence();
      var parts = new ArrayList<Write>();
      for (Blocks event : events) {
        sequence++;
        parts.add(Write.of(Sql.LOG_PART, sequence, event.from(), event.to()));
      }
      blocks(events).forEach(fold::block);
      write(parts);
      write(fold.writes());
      income(fold.income());
      var now = new Progress(events.getLast().to(), sequence, fold.era());
      PreparedStatement progress =
          statements.of("UPDATE progress SET block = ?, sequence = ?, era = ? WHERE id = 0");
      Statements.bind(progress, now.block(), now.sequence(), now.era());
      progress.executeUpdate();
      statements.connection().commit();
      at = now;
    } catch (SQLException | RuntimeException failed) {
      statements.connection().rollback();
      throw failed;
    }
  }

  /** The facts of each block, which may lie in several events. */
  private static List<List<Fact>> blocks(List<Blocks> events) {
    var blocks = new ArrayList<List<Fact>>();
    long last = -1;
    for (Blocks event : events) {
      for (Fact fact : event.facts()) {
        if (fact.id().block() != last) {
          blocks.add(new ArrayList<>());
          last = fact.id().block();
        }
        blocks.getLast().add(fact);
      }
    }
    return blocks;
  }

  private void write(List<Write> writes) throws SQLException {
    Map<Sql, PreparedStatement> batches = new EnumMap<>(Sql.class);
    for (Write each : writes) {
      PreparedStatement statement = batches.get(each.sql());
      if (statement == null) {
        statement = statements.of(each.sql().text());
        batches.put(each.sql(), statement);
      }
      Statements.bind(statement, each.values().toArray());
      statement.addBatch();
    }
    for (PreparedStatement batch : batches.values()) {
      batch.executeBatch();
    }
  }

  private void income(IncomeSums income) throws SQLException {
    for (var each : income.sums().entrySet()) {
      IncomeSums.Of of = each.getKey();
      IncomeSums.Sum sum = each.getValue();
      Object[] values = {new BigDecimal(sum.amount().toBigInteger()), sum.times(),
          sum.lastBlock(), of.who().toString(), of.era(), of.day(), of.cause().name(),
          of.service(), Texts.of(of.asset())};
      PreparedStatement more = statements.of(INCOME_MORE);
      Statements.bind(more, values);
      if (more.executeUpdate() == 0) {
        PreparedStatement first = statements.of(INCOME_NEW);
        Statements.bind(first, values);
        first.executeUpdate();
      }
    }
  }

  @Override
  public void close() {
    statements.close();
  }
}

package io.fairlead.twin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TwinSerializer;
import io.fairlead.twin.log.Blocks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Reads what the actors wrote into the journal, beside them: with connections and threads of its own, so
 * that however many readers there are, writing goes on.
 */
final class JournalReader implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final long EVENTS_AT_ONCE = 64;
  private static final String EVENTS = "SELECT \"event_payload\", \"event_ser_manifest\""
      + " FROM \"event_journal\" WHERE \"persistence_id\" = ? AND \"sequence_number\" BETWEEN ? AND ?"
      + " ORDER BY \"sequence_number\"";
  private static final String IDS = "SELECT DISTINCT \"persistence_id\" FROM \"event_journal\""
      + " ORDER BY \"persistence_id\"";

  private final TwinSerializer serializer = new TwinSerializer();
  private final HikariDataSource source;
  private final ExecutorService threads;

  JournalReader(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    source = new HikariDataSource(config);
    threads = Executors.newFixedThreadPool(CONNECTIONS,
        Thread.ofPlatform().daemon().name("journal-reader-", 0).factory());
  }

  /** Events of the log with sequence numbers {@code from} to {@code to}, those that are there. */
  CompletionStage<List<Blocks>> log(String id, long from, long to) {
    return later(id, from, to, Blocks.class);
  }

  /** Events of an entity with sequence numbers {@code from} to {@code to}. */
  CompletionStage<List<EntityEvent>> entity(String id, long from, long to) {
    return later(id, from, to, EntityEvent.class);
  }

  private <T> CompletionStage<List<T>> later(String id, long from, long to, Class<T> type) {
    return CompletableFuture.supplyAsync(() -> read(id, from, to, type), threads);
  }

  /** Gives each event of the log from sequence number {@code from} on to {@code each}, in order. */
  void forEach(String id, long from, Consumer<Blocks> each) {
    long next = from;
    List<Blocks> events;
    do {
      events = read(id, next, next + EVENTS_AT_ONCE - 1, Blocks.class);
      events.forEach(each);
      next += EVENTS_AT_ONCE;
    } while (!events.isEmpty());
  }

  private <T> List<T> read(String id, long from, long to, Class<T> type) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(EVENTS)) {
      statement.setString(1, id);
      statement.setLong(2, from);
      statement.setLong(3, to);
      var events = new ArrayList<T>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          events.add(type.cast(serializer.fromBinary(found.getBytes(1), found.getString(2))));
        }
      }
      return events;
    } catch (SQLException failed) {
      throw new IllegalStateException("the journal cannot be read: " + failed.getMessage(), failed);
    }
  }

  /** The entities that have a journal under {@code generation}. */
  List<EntityKey> entities(Generation generation) {
    String prefix = generation.entity("");
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(IDS);
        ResultSet found = statement.executeQuery()) {
      var keys = new ArrayList<EntityKey>();
      while (found.next()) {
        keys.addAll(entity(found.getString(1), prefix));
      }
      return keys;
    } catch (SQLException failed) {
      throw new IllegalStateException("the journal cannot be read: " + failed.getMessage(), failed);
    }
  }

  private static List<EntityKey> entity(String id, String prefix) {
    int bar = id.indexOf('|');
    String rest = bar < 0 ? "" : id.substring(bar + 1);
    boolean isEntity = bar == 2 && rest.startsWith(prefix)
        && Arrays.stream(EntityType.values()).anyMatch(it -> it.code().equals(id.substring(0, 2)));
    return isEntity
        ? List.of(new EntityKey(EntityType.of(id.substring(0, 2)),
            rest.substring(prefix.length())))
        : List.of();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    source.close();
  }
}

package io.fairlead.node;

import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEvent;
import io.fairlead.node.chain.ChainSerializer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The embedded journal: its settings, its tables, reading it. */
final class Journal {
  private Journal() {}

  /**
   * WRITE_DELAY=0: with H2's default an acknowledged block can be lost when the process is killed.
   * RETENTION_TIME (ms): space that H2 frees is not written again, or a kill under load can cost the
   * last block (docs/decisions/0006).
   */
  private static String url(Path file) {
    return "jdbc:h2:file:" + file
        + ";DATABASE_TO_UPPER=false;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
        + ";RETENTION_TIME=2000000000";
  }

  /** The actor system's settings for a journal at {@code file}. */
  static Config config(Path file) {
    return ConfigFactory
        .parseMap(Map.of("akka-persistence-jdbc.shared-databases.slick.db.url", url(file)))
        .withFallback(ConfigFactory.parseResources(Journal.class, "node.conf"))
        .withFallback(ConfigFactory.load()).resolve();
  }

  /**
   * A journal that is open.
   *
   * @param connection keeps the database open until the actors have theirs
   * @param rules of its chain; empty when none was begun
   */
  record Open(Connection connection, List<String> rules) {
    /** The actors have theirs. */
    void release() {
      try {
        connection.close();
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** Opens the journal at {@code file}, making its tables if it is new. */
  static Open open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection(url(file), "sa", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("RUNSCRIPT FROM 'classpath:io/fairlead/node/journal.sql'");
      try (ResultSet first = statement.executeQuery("""
          SELECT "event_payload", "event_ser_manifest" FROM "event_journal"
          WHERE "sequence_number" = 1""")) {
        Object genesis = !first.next() ? null
            : new ChainSerializer().fromBinary(first.getBytes(1), first.getString(2));
        return new Open(connection,
            genesis instanceof ChainEvent.GenesisWritten written ? written.rules() : List.of());
      }
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** All entries from that of block {@code from} on. */
  static Source<ChainEvent, ?> events(ActorSystem<?> system, long from) {
    return read(system, from + 1, Long.MAX_VALUE);
  }

  /** Block {@code number}. */
  static CompletionStage<Optional<Block>> block(ActorSystem<?> system, long number) {
    return read(system, number + 1, number + 1).runWith(Sink.headOption(), system)
        .thenApply(found -> found
            .map(it -> new Block(it.header(), it.header().hash(), it.extrinsics())));
  }

  private static Source<ChainEvent, ?> read(ActorSystem<?> system, long from, long to) {
    return PersistenceQuery.get(system)
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentEventsByPersistenceId(ChainEntity.ID.id(), from, to).map(EventEnvelope::event)
        .map(ChainEvent.class::cast);
  }
}

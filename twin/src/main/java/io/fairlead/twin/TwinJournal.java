package io.fairlead.twin;

import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.log.Blocks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The embedded journal: its settings, its tables, reading the log. */
final class TwinJournal {
  private TwinJournal() {}

  /** For the two settings against lost commits see docs/decisions/0006. */
  private static String url(Path file) {
    return "jdbc:h2:file:" + file
        + ";DATABASE_TO_UPPER=false;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
        + ";RETENTION_TIME=2000000000";
  }

  static Config config(Path file) {
    return ConfigFactory
        .parseMap(Map.of("akka-persistence-jdbc.shared-databases.slick.db.url", url(file)))
        .withFallback(ConfigFactory.parseResources(TwinJournal.class, "twin.conf"))
        .withFallback(ConfigFactory.load()).resolve();
  }

  /** Makes the tables if the journal is new; open until the actors have theirs. */
  static Connection open(Path file) throws Unusable {
    try {
      Connection connection = DriverManager.getConnection(url(file), "sa", "");
      try (Statement statement = connection.createStatement()) {
        statement.execute("RUNSCRIPT FROM 'classpath:io/fairlead/twin/journal.sql'");
        return connection;
      } catch (SQLException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new Unusable("the journal " + file + " cannot be opened: " + failed.getMessage());
    }
  }

  /** The entities that have a journal under {@code generation}. */
  static CompletionStage<List<EntityKey>> entities(ActorSystem<?> system,
      Generation generation) {
    return PersistenceQuery.get(system)
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentPersistenceIds().mapConcat(id -> entity(id, generation.entity("")))
        .runWith(Sink.seq(), system);
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

  /** Events of the log with sequence numbers {@code from} to {@code to}. */
  static CompletionStage<List<Blocks>> read(ActorSystem<?> system, String id, long from, long to) {
    return PersistenceQuery.get(system)
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentEventsByPersistenceId(id, from, to).map(envelope -> (Blocks) envelope.event())
        .runWith(Sink.seq(), system);
  }

  /** Events of an entity with sequence numbers {@code from} to {@code to}. */
  static CompletionStage<List<EntityEvent>> events(ActorSystem<?> system, String id, long from,
      long to) {
    return PersistenceQuery.get(system)
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentEventsByPersistenceId(id, from, to)
        .map(envelope -> (EntityEvent) envelope.event()).runWith(Sink.seq(), system);
  }

  /** Events of the log from sequence number {@code from} on, those that are there now. */
  static Source<Blocks, ?> log(ActorSystem<?> system, String id, long from) {
    return PersistenceQuery.get(system)
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentEventsByPersistenceId(id, from, Long.MAX_VALUE)
        .map(envelope -> (Blocks) envelope.event());
  }
}

package io.fairlead.node;

import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.jdbc.testkit.javadsl.SchemaUtils;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The embedded journal: its settings, its tables, reading it. */
final class Journal {
  private Journal() {}

  /** The actor system's settings for a journal at {@code file}. */
  static Config config(Path file) {
    // WRITE_DELAY=0: with H2's default an acknowledged block can be lost when the process is killed
    String url = "jdbc:h2:file:" + file
        + ";DATABASE_TO_UPPER=false;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    return ConfigFactory
        .parseMap(Map.of("akka-persistence-jdbc.shared-databases.slick.db.url", url))
        .withFallback(ConfigFactory.parseResources(Journal.class, "node.conf"))
        .withFallback(ConfigFactory.load()).resolve();
  }

  /** Makes the tables of a new journal. */
  static CompletionStage<?> createTables(ActorSystem<?> system) {
    return SchemaUtils.createIfNotExists(system);
  }

  /** The rules of the chain; empty when the journal is. */
  static CompletionStage<List<String>> rules(ActorSystem<?> system) {
    return read(system, 1, 1).runWith(Sink.headOption(), system).thenApply(first -> first
        .filter(ChainEvent.GenesisWritten.class::isInstance)
        .map(it -> ((ChainEvent.GenesisWritten) it).rules()).orElse(List.of()));
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

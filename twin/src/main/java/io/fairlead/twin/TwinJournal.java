package io.fairlead.twin;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

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

  /** Settings of actors without a journal: those of the API. */
  static Config web() {
    return ConfigFactory.parseMap(Map.of("akka.actor.provider", "local"))
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
      throw new Unusable("the journal " + file + " cannot be opened: " + failed.getMessage()
          + ". If it is damaged, put back a copy of the folder, or begin a new one with --data");
    }
  }

  /** Reads it, once it is open. */
  static JournalReader reader(Path file) {
    return new JournalReader(url(file));
  }
}

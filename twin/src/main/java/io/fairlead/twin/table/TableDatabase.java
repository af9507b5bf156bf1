package io.fairlead.twin.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The database of the tables: H2 in the data folder, or a PostgreSQL server. Only the address differs.
 *
 * @param url of JDBC
 * @param schema of one generation of one chain; others may stand beside it
 */
public record TableDatabase(String url, String schema) {

  /** In a file of the data folder. A lost commit does no harm: its rows come again from the log. */
  public static TableDatabase inFolder(Path file, String schema) {
    return new TableDatabase("jdbc:h2:file:" + file
        + ";DATABASE_TO_UPPER=false;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
        + ";RETENTION_TIME=2000000000",
        schema);
  }

  /** A connection that commits nothing by itself, with the tables there. */
  Connection open() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      statement.execute("SET SCHEMA '" + schema + "'");
      for (String each : script().split(";\n")) {
        statement.execute(each);
      }
      connection.commit();
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  /** Forgets the schema with all its rows. */
  public void remove() {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      connection.commit();
    } catch (SQLException failed) {
      throw new Statements.Failed(failed);
    }
  }

  /** Whether it lives in this process. */
  boolean isEmbedded() {
    return url.startsWith("jdbc:h2:");
  }

  private Connection connect() throws SQLException {
    Connection connection = isEmbedded() ? DriverManager.getConnection(url, "sa", "")
        : DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    return connection;
  }

  private static String script() {
    try (InputStream in = Objects.requireNonNull(
        TableDatabase.class.getResourceAsStream("schema.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}

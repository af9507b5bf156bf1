package io.fairlead.cli.twin;

import io.fairlead.twin.TwinConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a twin's tables stand. */
final class TablesOption {
  @Option(names = "--tables", paramLabel = "JDBC-URL",
      description = {"Keep the tables in this database instead of the data folder, such as",
          "jdbc:postgresql://127.0.0.1/twin?user=…&password=…"}) private @Nullable String url;

  /** {@code config} with these tables. */
  TwinConfig in(TwinConfig config) {
    return url == null ? config : config.withTables(url);
  }
}

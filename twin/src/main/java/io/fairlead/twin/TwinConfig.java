package io.fairlead.twin;

import io.fairlead.twin.entity.ActiveBound;
import io.fairlead.twin.feed.FeedSettings;
import io.fairlead.twin.table.TableDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Settings of a twin.
 *
 * @param urls of the nodes of one chain, {@code ws://} or {@code wss://}; at least one
 * @param quorum nodes that must agree on which block is final
 * @param data folder of everything that is kept; used by one process at a time
 * @param from with which block a new history begins
 * @param lanes among which the entities are dealt; the same for as long as the data folder lives
 * @param active how many entities stay in memory
 * @param isDev whether a chain that goes back is followed, by a new generation
 * @param apiHost and {@code apiPort} where the API listens; port 0 takes a free one
 * @param tablesUrl JDBC address of the tables; empty: in the data folder
 * @param clock for pauses of endpoints
 */
public record TwinConfig(List<URI> urls, int quorum, Path data, From from, FeedSettings feed,
    int lanes, ActiveBound active, boolean isDev, String apiHost, int apiPort,
    Optional<String> tablesUrl, InstantSource clock) {
  private static final int LANES = 8;

  public TwinConfig {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("--url: expected at least one node");
    }
    if (quorum < 1 || quorum > urls.size()) {
      throw new IllegalArgumentException("--quorum: expected 1 to " + urls.size()
          + ", as many as there are nodes, found " + quorum);
    }
  }

  /** The defaults: a quorum of two where there are two nodes. */
  public static TwinConfig of(List<URI> urls, Path data, From from) {
    return new TwinConfig(urls, Math.min(2, Math.max(1, urls.size())), data, from,
        FeedSettings.DEFAULT, LANES, ActiveBound.DEFAULT, false, "127.0.0.1", 0, Optional.empty(),
        InstantSource.system());
  }

  /** The same with an API elsewhere. */
  public TwinConfig withApi(String host, int port) {
    return new TwinConfig(urls, quorum, data, from, feed, lanes, active, isDev, host, port,
        tablesUrl, clock);
  }

  /** The same with another quorum. */
  public TwinConfig withQuorum(int needed) {
    return new TwinConfig(urls, needed, data, from, feed, lanes, active, isDev, apiHost, apiPort,
        tablesUrl, clock);
  }

  /** The same with more or fewer entities in memory. */
  public TwinConfig withActive(ActiveBound bound) {
    return new TwinConfig(urls, quorum, data, from, feed, lanes, bound, isDev, apiHost, apiPort,
        tablesUrl, clock);
  }

  /** The same on a chain that may go back, or not. */
  public TwinConfig withDev(boolean goesBack) {
    return new TwinConfig(urls, quorum, data, from, feed, lanes, active, goesBack, apiHost,
        apiPort, tablesUrl, clock);
  }

  /** The same with tables in another database. */
  public TwinConfig withTables(String url) {
    return new TwinConfig(urls, quorum, data, from, feed, lanes, active, isDev, apiHost, apiPort,
        Optional.of(url), clock);
  }

  TableDatabase tables(DataFolder.Place place, Generation generation) {
    return tablesUrl.map(url -> new TableDatabase(url, generation.schema()))
        .orElseGet(() -> TableDatabase.inFolder(place.tables(), generation.schema()));
  }
}

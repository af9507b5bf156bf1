package io.fairlead.twin;

import static org.awaitility.Awaitility.await;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.Folding;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.replica.PalletTrie;
import io.fairlead.twin.replica.Replica;
import io.fairlead.twin.replica.ReplicaFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that the folder of a stopped twin holds, as text by name, to compare two of them. */
final class Content {
  private static final String ANY_URL = "ws://127.0.0.1:1";
  private static final List<String> TABLES = List.of("slash", "service_of_blueprint",
      "service_member", "job", "duty", "income", "delegation", "vault_total", "refused_call",
      "request");

  private Content() {}

  /** The log block by block, entities, rows and replica. */
  static SortedMap<String, String> of(Path data) throws Unusable, SQLException {
    var content = new TreeMap<String, String>();
    TwinConfig config = TwinConfig.of(List.of(java.net.URI.create(ANY_URL)), data,
        new From.Genesis());
    try (DataFolder folder = DataFolder.take(data)) {
      Generation generation =
          Generation.of(folder.chain().orElseThrow().genesis(), folder.serving());
      DataFolder.Place place = folder.place(folder.serving());
      try (Core core = Core.open(place.journal(), config.tables(place, generation), generation);
          ReplicaFile file = ReplicaFile.open(place.replica())) {
        long head = core.head().number();
        content.put("head", core.head().number() + " " + core.head().hash());
        core.follow(config.lanes());
        await().atMost(Duration.ofMinutes(2)).until(
            () -> core.watermark() == head && core.tables().watermark() == head);
        log(core, content);
        entities(core, head, content);
        Beginning.catchUp(core, core.head(), file);
        replica(file.load(), content);
        content.put("replica at", Long.toString(file.at()));
      }
      rows(config.tables(place, generation).url(), generation.schema(), content);
    }
    return content;
  }

  private static void log(Core core, SortedMap<String, String> content) {
    core.forEach(1, event -> {
      for (BlockLine line : event.lines()) {
        content.put("block " + line.hash(), line.toString());
      }
      for (Fact fact : event.facts()) {
        if (content.put("fact " + fact.id(), fact.toString()) != null) {
          throw new AssertionError("fact " + fact.id() + " stands twice in the log");
        }
      }
    });
  }

  private static void entities(Core core, long head, SortedMap<String, String> content) {
    for (EntityKey key : core.known()) {
      var shown = (TwinEntity.Shown) core.entities().get(key, head).toCompletableFuture().join();
      Held<?> held = Folding.stored(
          java.util.Objects.requireNonNull(Portraits.all().get(key.type())), shown.held());
      content.put("entity " + key, "since " + held.since() + " " + held.state() + " "
          + held.corrections() + " " + held.recent().stream().map(Fact::id).toList());
    }
  }

  private static void replica(Replica replica, SortedMap<String, String> content) {
    for (PalletTrie pallet : replica.pallets().values()) {
      for (byte[] raw : pallet.trie().keys(pallet.prefix().array(), null, Integer.MAX_VALUE)) {
        Bytes key = Bytes.wrap(raw);
        content.put("key " + key, replica.value(key).toString());
      }
    }
  }

  private static void rows(String url, String schema, SortedMap<String, String> content)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        var rows = new ArrayList<String>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + schema + "." + table)) {
          int columns = found.getMetaData().getColumnCount();
          while (found.next()) {
            var row = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
              row.append(found.getMetaData().getColumnName(i)).append('=')
                  .append(found.getString(i)).append(' ');
            }
            rows.add(row.toString());
          }
        }
        rows.sort(null);
        for (int i = 0; i < rows.size(); i++) {
          content.put("row " + table + " " + i, rows.get(i));
        }
      }
    }
  }
}

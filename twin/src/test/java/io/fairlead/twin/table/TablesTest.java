package io.fairlead.twin.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.twin.Chains;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.load.Load;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a twin of a loaded node, on both databases. */
class TablesTest {
  @TempDir private Path folder;

  @Test
  void rows_on_both_databases_are_the_same_and_agree_with_the_entities() throws Exception {
    try (Postgres postgres = Postgres.start(); RunningNode node = Chains.node(Rules.REPAIRED)) {
      Path onH2 = folder.resolve("h2");
      Path onPostgres = folder.resolve("postgres");
      List<String> first;
      try (Twin one = Twin.start(TwinConfig.of(List.of(node.address()), onH2, new From.Genesis()));
          Twin other = Twin.start(TwinConfig
              .of(List.of(node.address()), onPostgres, new From.Genesis())
              .withTables(postgres.url()))) {
        Load.run(node.address(), 11, Duration.ofSeconds(5), progress -> {
        });
        Chains.awaitHead(one);
        Chains.awaitHead(other);

        Verification found = one.verify(true);
        assertThat(found.differences()).isEmpty();
        assertThat(found.rows()).isGreaterThan(12);
        assertThat(other.verify(true).differences()).isEmpty();

        long head = one.tables().watermark();
        first = everything(one.tables(), head);
        assertThat(first).hasSizeGreaterThan(10).isEqualTo(everything(other.tables(), head));
      }
      try (Twin from = Twin.start(TwinConfig.of(List.of(node.address()), onH2, new From.Now()))) {
        Chains.awaitHead(from);
        assertThat(everything(from.tables(), from.tables().watermark())).isEqualTo(first);
      }
    }
  }

  @Test
  void a_row_that_somebody_changed_is_found_by_name() throws Exception {
    try (RunningNode node = Chains.node(Rules.DEPLOYED)) {
      try (Twin twin = Twin.start(TwinConfig.of(List.of(node.address()), folder,
          new From.Genesis()))) {
        Load.run(node.address(), 12, Duration.ofSeconds(3), progress -> {
        });
        Chains.awaitHead(twin);
        assertThat(twin.verify(true).differences()).isEmpty();
      }
      try (Connection tables = DriverManager.getConnection(
          "jdbc:h2:file:" + folder.resolve("g1/tables") + ";DATABASE_TO_UPPER=false", "sa", "");
          Statement statement = tables.createStatement()) {
        var schemas = tables.getMetaData().getSchemas(null, "twin%");
        assertThat(schemas.next()).isTrue();
        assertThat(statement.executeUpdate(
            "UPDATE " + schemas.getString(1) + ".delegation SET amount = amount + 1")).isPositive();
      }
      try (Twin twin = Twin.start(TwinConfig.of(List.of(node.address()), folder,
          new From.Now()))) {
        assertThat(twin.verify(true).differences()).isNotEmpty()
            .allSatisfy(each -> assertThat(each.where()).isEqualTo("table delegation"));
        assertThat(twin.verify(false).differences()).isEmpty();
      }
    }
  }

  @Test
  void tables_that_were_lost_come_again_from_the_log() throws Exception {
    try (RunningNode node = Chains.node(Rules.REPAIRED)) {
      List<String> first;
      try (Twin twin = Twin.start(TwinConfig.of(List.of(node.address()), folder,
          new From.Genesis()))) {
        Load.run(node.address(), 13, Duration.ofSeconds(2), progress -> {
        });
        Chains.awaitHead(twin);
        first = everything(twin.tables(), twin.tables().watermark());
      }
      Files.delete(folder.resolve("g1/tables.mv.db"));
      try (Twin twin = Twin.start(TwinConfig.of(List.of(node.address()), folder,
          new From.Now()))) {
        Chains.awaitHead(twin);
        assertThat(everything(twin.tables(), twin.tables().watermark())).isEqualTo(first);
      }
    }
  }

  @Test
  void tables_of_another_data_folder_are_refused_and_stay_as_they_are() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("elsewhere") + ";DATABASE_TO_UPPER=false";
    try (RunningNode node = Chains.node(Rules.REPAIRED)) {
      Path mine = folder.resolve("mine");
      try (Twin twin = Twin.start(
          TwinConfig.of(List.of(node.address()), mine, new From.Genesis()).withTables(url))) {
        Chains.awaitHead(twin);
      }
      assertThatThrownBy(() -> Twin.start(TwinConfig
          .of(List.of(node.address()), folder.resolve("other"), new From.Genesis())
          .withTables(url))).isInstanceOf(Unusable.class)
          .hasMessageContaining("are of another data folder").hasMessageContaining("--tables");
      try (Twin twin = Twin.start(
          TwinConfig.of(List.of(node.address()), mine, new From.Genesis()).withTables(url))) {
        Chains.awaitHead(twin);
        assertThat(twin.verify(true).differences()).isEmpty();
      }
    }
  }

  /** All that the tables answer, as text. */
  private static List<String> everything(TableView tables, long at) {
    var all = new ArrayList<String>();
    tables.slashes(at, TableView.SlashState.ALL, Optional.empty(), Optional.empty(),
        new Page("", Page.LIMIT_MAX)).rows().forEach(it -> all.add(it.toString()));
    tables.requests(at, false, new Page("", Page.LIMIT_MAX)).rows()
        .forEach(it -> all.add(it.toString()));
    tables.vaults(at).forEach(it -> all.add(it.toString()));
    for (long blueprint = 0; blueprint < 10; blueprint++) {
      for (ServiceRow service : tables.services(at, blueprint, false, Page.FIRST).rows()) {
        all.add(service.toString());
        for (MemberRow member : tables.members(at, service.service(), true, Page.FIRST).rows()) {
          all.add(member.toString());
          tables.duties(at, member.operator(), false, Page.FIRST).rows()
              .forEach(it -> all.add(it.toString()));
          tables.income(at, member.operator(), Page.FIRST).rows()
              .forEach(it -> all.add(it.toString()));
          tables.delegationsTo(at, member.operator(), Page.FIRST).rows()
              .forEach(it -> all.add(it.toString()));
          tables.refused(at, member.operator(), Page.FIRST).rows()
              .forEach(it -> all.add(it.toString()));
        }
        tables.jobs(at, service.service(), false, Page.FIRST).rows()
            .forEach(it -> all.add(it.toString()));
      }
    }
    return all;
  }
}

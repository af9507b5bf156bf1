package io.fairlead.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import io.fairlead.runtime.Rules;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowRuleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void every_value_of_every_switch_is_explained() {
    for (Rules.Row row : Rules.table()) {
      assertThat(RulesDocument.rows(row.name())).as(row.name())
          .extracting(RulesDocument.Row::value).containsExactlyElementsOf(row.values());
      assertThat(RulesDocument.rows(row.name())).allSatisfy(told -> {
        assertThat(told.chain()).isNotBlank();
        assertThat(told.effect()).isNotBlank();
      });
    }
  }

  @Test
  void a_switch_is_shown_with_the_place_on_chain_and_what_each_value_does() {
    assertThat(run("rules", "show", "slashing.order")).isZero();

    assertThat(out.toString()).startsWith("slashing.order: ")
        .contains("On chain: UnappliedSlashes::iter_prefix", "key-bytes (deployed)\n  0, 256, 1",
            "numeric (repaired)", "Shown by RuleEffectsTest.slashing_order");
  }

  @Test
  void as_a_document_it_is_the_object_of_the_list_with_what_is_told() throws Exception {
    assertThat(run("rules", "show", "slashing.order", "--output", "json")).isZero();

    JsonNode shown = new ObjectMapper().readTree(out.toString());
    assertThat(shown.path("switch").asText()).isEqualTo("slashing.order");
    assertThat(shown.path("onChain").asText()).isNotBlank();
    assertThat(shown.path("effects").findValuesAsText("value"))
        .containsExactly("key-bytes", "numeric");
  }

  @Test
  void two_presets_differ_in_every_switch_and_the_same_rules_in_none() throws Exception {
    assertThat(run("rules", "diff", "deployed", "repaired", "--output", "json")).isZero();
    JsonNode all = new ObjectMapper().readTree(out.toString());
    out.getBuffer().setLength(0);

    assertThat(run("rules", "diff", "repaired", "repaired,slashing.order=numeric")).isZero();

    assertThat(all).hasSize(Rules.table().size());
    assertThat(out.toString()).isEqualTo("The rules are the same." + System.lineSeparator());
  }

  @Test
  void a_changed_switch_is_listed_with_both_values() {
    assertThat(run("rules", "diff", "repaired", "repaired,slashing.order=deployed")).isZero();

    assertThat(out.toString().lines()).hasSize(2).last().asString()
        .matches("slashing\\.order +numeric +key-bytes +order of .*");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rules show                     | SWITCH
      rules show slashing.colour     | no switch 'slashing.colour'; switches are slashing.taking
      rules diff deployed            | B
      rules diff deployed downgraded | no preset 'downgraded'
      """)
  void wrong_usage_exits_2_and_says_what_is_possible(String line, String message) {
    int code = run(line.strip().split("\\s+"));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(message);
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}

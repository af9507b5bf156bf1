package io.fairlead.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import io.fairlead.runtime.Rules;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRulesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_table_has_a_line_for_each_switch_with_its_values_under_both_presets() {
    int code = run("rules", "list");

    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(1 + Rules.table().size())
        .anySatisfy(line -> assertThat(line.split(" {2,}")).containsExactly("slashing.taking",
            "nothing", "exact-shares", "nothing, as-written, exact-shares",
            "what a due slash takes"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_document_is_one_array_whose_values_are_words_that_rules_understand() throws Exception {
    int code = run("rules", "list", "--output", "json");

    JsonNode rows = new ObjectMapper().readTree(out.toString());
    var names = new ArrayList<String>();
    rows.forEach(row -> names.add(row.get("switch").asText()));
    assertThat(code).isZero();
    assertThat(names).isEqualTo(Rules.table().stream().map(Rules.Row::name).toList());
    assertThat(rows).allSatisfy(row -> assertThat(words(row)).allSatisfy(value -> assertThat(
        Rules.parse(row.get("switch").asText() + "=" + value))
        .isInstanceOf(Rules.Parsed.Good.class)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rules                    | Name a command
      rules list --output yaml | --output
      rules list extra         | extra
      """)
  void wrong_usage_exits_2_with_one_line_that_says_what_to_do(String line, String message) {
    int code = run(line.strip().split("\\s+"));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(message)
        .contains("--help");
  }

  private static List<String> words(JsonNode row) {
    var words = new ArrayList<String>();
    row.get("values").forEach(it -> words.add(it.asText()));
    assertThat(words).contains(row.get("deployed").asText(), row.get("repaired").asText());
    return words;
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}

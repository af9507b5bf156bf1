package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @Test
  void the_presets_are_known_by_name() {
    assertThat(good("deployed")).isEqualTo(Rules.DEPLOYED);
    assertThat(good("repaired")).isEqualTo(Rules.REPAIRED);
  }

  @Test
  void changes_apply_to_the_preset_in_front_of_them_one_after_another() {
    var deployedButOrdered = good("deployed,slashing.order=numeric");
    var mixed = good("repaired, slashing.order=deployed, rewards.earner=payer");

    assertThat(deployedButOrdered.settings())
        .isEqualTo(changed(Rules.DEPLOYED, "slashing.order=numeric"));
    assertThat(mixed.settings())
        .isEqualTo(changed(Rules.REPAIRED, "slashing.order=key-bytes", "rewards.earner=payer"));
  }

  private static List<String> changed(Rules preset, String... settings) {
    List<String> all = new ArrayList<>(preset.settings());
    for (String setting : settings) {
      String name = setting.substring(0, setting.indexOf('=') + 1);
      all.replaceAll(each -> each.startsWith(name) ? setting : each);
    }
    return all;
  }

  @Test
  void changes_alone_apply_to_repaired() {
    assertThat(good("slashing.taking=as-written"))
        .isEqualTo(good("repaired,slashing.taking=as-written"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      v2                        | no preset 'v2'; presets are deployed, repaired
      repaired,deployed         | 'deployed' is no change; expected SWITCH=VALUE
      slashing.colour=red       | no switch 'slashing.colour'; switches are slashing.taking,
      slashing.order=sideways   | slashing.order has no value 'sideways'; values are key-bytes, numeric
      slashing.order=KEY_BYTES  | has no value 'KEY_BYTES'
      slashing.order=           | has no value ''
      """)
  void what_is_wrong_is_said_with_what_is_possible(String text, String message) {
    assertThat(Rules.parse(text)).isInstanceOfSatisfying(Rules.Parsed.Bad.class,
        bad -> assertThat(bad.message()).startsWith("rules: ").contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "repaired,", "=", "=,=", "deployed,,"})
  void torn_text_is_refused_and_never_thrown_at(String text) {
    assertThat(Rules.parse(text)).isInstanceOf(Rules.Parsed.Bad.class);
  }

  @Property
  void printed_rules_read_back_as_themselves(@ForAll("rules") Rules rules) {
    assertThat(good(rules.toString())).isEqualTo(rules);
    assertThat(good(String.join(",", rules.settings()))).isEqualTo(rules);
  }

  @Provide
  Arbitrary<Rules> rules() {
    List<Arbitrary<String>> settings = Rules.SWITCHES.stream()
        .map(it -> Arbitraries.of(it.words()).map(word -> it.name() + "=" + word)).toList();
    return Combinators.combine(settings).as(each -> good(String.join(",", each)));
  }

  @Test
  void the_table_has_a_row_for_each_component_of_each_group() {
    List<String> expected = new ArrayList<>();
    for (RecordComponent group : Rules.class.getRecordComponents()) {
      for (RecordComponent component : group.getType().getRecordComponents()) {
        switches(component).forEach(name -> expected.add(group.getName() + "." + name));
      }
    }

    assertThat(Rules.table()).extracting(Rules.Row::name).containsExactlyElementsOf(expected);
    assertThat(Rules.table()).allSatisfy(row -> {
      assertThat(row.values()).contains(row.deployed(), row.repaired());
      assertThat(row.deployed()).isNotEqualTo(row.repaired());
      assertThat(row.explanation()).isNotBlank();
    });
  }

  /** The switch that a component is, or those of the record that it is. */
  private static List<String> switches(RecordComponent component) {
    return component.getType().isRecord()
        ? Arrays.stream(component.getType().getRecordComponents()).map(RecordComponent::getName)
            .toList()
        : List.of(component.getName());
  }

  private static Rules good(String text) {
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules rules) -> rules;
      case Rules.Parsed.Bad(String message) -> throw new AssertionError(message);
    };
  }
}

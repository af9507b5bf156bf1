package io.fairlead.cli.rules;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.Table;
import io.fairlead.runtime.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fairlead rules list}: every switch, its values, and what each preset chooses. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List all switches: what they decide, their values, and the two presets.",
    footer = {"", "Examples:", "  fairlead rules list", "  fairlead rules list --output json",
        "  fairlead node --dev --tmp --rules deployed,slashing.taking=as-written"})
final class ListRules implements Callable<Integer> {
  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(OutputOptions.json(Rules.table().stream().map(ListRules::document).toList()));
    } else {
      var table = new Table("SWITCH", "DEPLOYED", "REPAIRED", "VALUES", "DECIDES");
      Rules.table().forEach(row -> table.row(row.name(), row.deployed(), row.repaired(),
          String.join(", ", row.values()), row.explanation()));
      table.lines().forEach(out::println);
    }
    return ExitCode.DONE;
  }

  static Map<String, Object> document(Rules.Row row) {
    var document = new LinkedHashMap<String, Object>();
    document.put("switch", row.name());
    document.put("decides", row.explanation());
    document.put("values", row.values());
    document.put("deployed", row.deployed());
    document.put("repaired", row.repaired());
    return document;
  }
}

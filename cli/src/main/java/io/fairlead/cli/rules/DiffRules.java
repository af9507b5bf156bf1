package io.fairlead.cli.rules;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.Table;
import io.fairlead.runtime.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead rules diff}: the switches in which two sets of rules differ. */
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the switches in which two sets of rules differ.",
    footer = {"", "Examples:", "  fairlead rules diff deployed repaired",
        "  fairlead rules diff repaired repaired,slashing.order=deployed --output json"})
final class DiffRules implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A",
      description = "A preset (deployed, repaired) and changes to it, comma-separated.") private String first =
          "";

  @Parameters(index = "1", paramLabel = "B", description = "Another.") private String second = "";

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    List<String> one = parsed(first).settings();
    List<String> other = parsed(second).settings();
    var table = new Table("SWITCH", "A", "B", "DECIDES");
    var documents = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i).equals(other.get(i))) {
        continue;
      }
      Rules.Row row = Rules.table().get(i);
      String a = value(one.get(i));
      String b = value(other.get(i));
      table.row(row.name(), a, b, row.explanation());
      var document = new LinkedHashMap<String, Object>();
      document.put("switch", row.name());
      document.put("decides", row.explanation());
      document.put("a", a);
      document.put("b", b);
      documents.add(document);
    }
    if (output.isJson()) {
      out.println(OutputOptions.json(documents));
    } else if (documents.isEmpty()) {
      out.println("The rules are the same.");
    } else {
      table.lines().forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private static String value(String setting) {
    return setting.substring(setting.indexOf('=') + 1);
  }

  private static Rules parsed(String text) {
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules good) -> good;
      case Rules.Parsed.Bad(String message) -> throw Failure.usage(message);
    };
  }
}

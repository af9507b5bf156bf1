package io.fairlead.cli.rules;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.runtime.Rules;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead rules show}: one switch, with what the chain does and what each value does. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Explain one switch: what the chain does and where, what each value does.",
    footer = {"", "Examples:", "  fairlead rules show slashing.taking",
        "  fairlead rules show slashing.order --output json"})
final class ShowRule implements Callable<Integer> {
  private static final int WIDTH = 96;

  @Parameters(paramLabel = "SWITCH",
      description = "Its name; fairlead rules list has all.") private String name = "";

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Rules.Row row = Rules.table().stream().filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> Failure.usage("no switch '" + name + "'; switches are "
            + Rules.table().stream().map(Rules.Row::name).collect(Collectors.joining(", "))));
    List<RulesDocument.Row> told = RulesDocument.rows(name);
    if (output.isJson()) {
      out.println(OutputOptions.json(document(row, told)));
    } else {
      print(row, told, out);
    }
    return ExitCode.DONE;
  }

  private static void print(Rules.Row row, List<RulesDocument.Row> told, PrintWriter out) {
    out.println(row.name() + ": " + row.explanation());
    out.println();
    if (!told.isEmpty()) {
      wrap("On chain: " + told.getFirst().chain(), "", out);
    }
    for (RulesDocument.Row each : told) {
      out.println();
      out.println(each.value() + presets(row, each.value()));
      wrap(each.effect(), "  ", out);
    }
    out.println();
    out.println("Shown by " + told.stream().map(RulesDocument.Row::test).distinct()
        .collect(Collectors.joining(", ")));
  }

  private static String presets(Rules.Row row, String value) {
    String of = row.deployed().equals(value) ? "deployed"
        : row.repaired().equals(value) ? "repaired" : "";
    return of.isEmpty() ? "" : " (" + of + ")";
  }

  private static void wrap(String text, String indent, PrintWriter out) {
    var line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        out.println(line.toString().stripTrailing());
        line.setLength(indent.length());
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  private static Map<String, Object> document(Rules.Row row, List<RulesDocument.Row> told) {
    var document = new LinkedHashMap<>(ListRules.document(row));
    document.put("onChain", told.isEmpty() ? "" : told.getFirst().chain());
    var effects = new ArrayList<Map<String, String>>();
    for (RulesDocument.Row each : told) {
      var effect = new LinkedHashMap<String, String>();
      effect.put("value", each.value());
      effect.put("effect", each.effect());
      effect.put("test", each.test());
      effects.add(effect);
    }
    document.put("effects", effects);
    return document;
  }
}

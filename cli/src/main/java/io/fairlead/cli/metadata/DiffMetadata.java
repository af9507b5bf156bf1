package io.fairlead.cli.metadata;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.MetadataFacts.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead metadata diff}: where two runtimes say different things, by name. */
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show where two runtimes say different things, by name. Exit 4 if they do.",
    footer = {"", "Examples:", "  fairlead metadata diff old.scale new.scale",
        "  fairlead metadata diff tangle-testnet runtime.scale --pallets Services,Rewards"})
final class DiffMetadata implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A",
      description = "File of metadata, or the name of a profile.") private String left = "";

  @Parameters(index = "1", paramLabel = "B",
      description = "What to compare it with.") private String right = "";

  @Mixin private Scope scope = new Scope();
  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Metadata a = Scope.read(left);
    Metadata b = Scope.read(right);
    scope.check(a, b);
    List<Difference> differences = MetadataFacts.diff(scope.facts(a), scope.facts(b));
    var out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(OutputOptions.json(differences.stream().map(DiffMetadata::document).toList()));
    } else {
      differences.forEach(it -> out.printf("%s%n  %s: %s%n  %s: %s%n", it.name(), left,
          orAbsent(it.left()), right, orAbsent(it.right())));
    }
    if (!differences.isEmpty()) {
      out.flush();
      throw Failure.check(left + " and " + right + " differ in " + differences.size()
          + (differences.size() == 1 ? " fact" : " facts"));
    }
    return ExitCode.DONE;
  }

  private static String orAbsent(@Nullable String what) {
    return what == null ? "absent" : what;
  }

  private static Map<String, @Nullable String> document(Difference difference) {
    var document = new LinkedHashMap<String, @Nullable String>();
    document.put("name", difference.name());
    document.put("a", difference.left());
    document.put("b", difference.right());
    return document;
  }
}

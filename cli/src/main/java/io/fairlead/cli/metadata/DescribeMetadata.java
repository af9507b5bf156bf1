package io.fairlead.cli.metadata;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead metadata describe}: one fact a line, without type ids. */
@Command(name = "describe", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Say what metadata says, one fact a line, in words that do not depend on type"
        + " ids.",
    footer = {"", "Examples:", "  fairlead metadata describe --profile tangle-testnet",
        "  fairlead metadata describe runtime.scale --pallets Services,Rewards"})
final class DescribeMetadata implements Callable<Integer> {
  private static final String IS = " = ";

  @Parameters(arity = "0..1", paramLabel = "FILE",
      description = "File of metadata V14 or V15, plain bytes.") private @Nullable String file;

  @Option(names = "--profile", paramLabel = "NAME",
      description = "The metadata of this program's own runtime, such as tangle-testnet.") private @Nullable String profile;

  @Mixin private Scope scope = new Scope();
  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Metadata metadata = metadata();
    scope.check(metadata);
    MetadataFacts facts = scope.facts(metadata);
    var out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(OutputOptions.json(document(facts)));
    } else {
      out.println("# pallets: " + String.join(" ", scope.pallets(metadata)));
      out.println("# apis: " + String.join(" ", scope.apis(metadata)));
      out.println();
      facts.lines().forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private Metadata metadata() {
    if (file != null && profile == null) {
      return Scope.file(file);
    }
    if (file == null && profile != null) {
      return Profiles.metadata(Profiles.named(profile));
    }
    throw Failure.usage("name one file of metadata, or --profile tangle-testnet");
  }

  private static Map<String, String> document(MetadataFacts facts) {
    var document = new LinkedHashMap<String, String>();
    for (String line : facts.lines()) {
      int at = line.indexOf(IS);
      document.put(line.substring(0, at), line.substring(at + IS.length()));
    }
    return document;
  }
}

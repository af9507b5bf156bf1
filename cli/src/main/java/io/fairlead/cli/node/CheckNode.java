package io.fairlead.cli.node;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.node.NodeCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead node check}: does every stored block follow from the one before? */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Execute every stored block anew on a fresh runtime and compare storage and state"
        + " roots. No node may run on the folder. Exit 4 at the first difference.",
    footer = {"", "Examples:", "  fairlead node check --base-path chain",
        "  fairlead node check --base-path chain --output json"})
final class CheckNode implements Callable<Integer> {
  private static final int PROGRESS_BLOCKS = 1_000;

  @Option(names = "--base-path", required = true, paramLabel = "DIR",
      description = "Folder of the chain.") private Path basePath = Path.of("");

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean isWatched = System.console() != null;
    PrintWriter err = spec.commandLine().getErr();
    NodeCheck.Result result = NodeCheck.run(basePath, block -> {
      if (isWatched && block % PROGRESS_BLOCKS == 0) {
        err.print("\rblock " + block);
        err.flush();
      }
    });
    if (isWatched) {
      err.print("\r\u001b[K");
      err.flush();
    }
    return report(result);
  }

  private int report(NodeCheck.Result result) {
    return switch (result) {
      case NodeCheck.Result.Clean(long blocks) -> {
        print(Map.of("blocks", blocks), "clean",
            blocks + " blocks of " + basePath + " are what their execution gives");
        yield ExitCode.DONE;
      }
      case NodeCheck.Result.Different(long block, String expectedAndFound) -> {
        print(Map.of("block", block, "what", expectedAndFound), "different",
            "block " + block + " of " + basePath + " is not what its execution gives\n  "
                + expectedAndFound);
        throw Failure.check("block " + block + " is not what its execution gives");
      }
      case NodeCheck.Result.Unusable(String reason) -> throw Failure.usage(reason);
    };
  }

  private void print(Map<String, Object> facts, String result, String text) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("basePath", basePath.toString());
      document.put("result", result);
      facts.entrySet().stream().sorted(Map.Entry.comparingByKey())
          .forEach(it -> document.put(it.getKey(), it.getValue()));
      out.println(OutputOptions.json(document));
    } else {
      out.println(text);
    }
    out.flush();
  }
}

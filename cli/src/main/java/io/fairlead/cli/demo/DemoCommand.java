package io.fairlead.cli.demo;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.TangleChain;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.programs.Sha256Program;
import io.fairlead.simulations.demo.Story;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Tell one story on real parts and check each step: a node, three operators, an"
        + " operator shell that answers job calls, two slashes, a dispute, rewards, and a twin that"
        + " saw it all.",
        "Exit 0 only if every step did what it says."},
    footer = {"", "Examples:", "  fairlead demo", "  fairlead demo --output json",
        "  fairlead demo --base-path /tmp/demo"})
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--base-path", paramLabel = "DIR",
      description = "Folder of the chain; a new one by default. It is kept.") private @Nullable Path basePath;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    var teller = new Teller(spec.commandLine().getOut(), output.isJson());
    Path folder = folder();
    NodeConfig config = NodeConfig.temporary().withBasePath(folder).withRules("repaired")
        .withStatesKept(NodeConfig.ARCHIVE); // the twin proves each of them
    RunningNode node = switch (FairleadNode.start(config)) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw Failure.usage(reason);
    };
    try (node) {
      teller.line("A dev node runs at " + node.address() + ", its chain in " + folder);
      Told told = told(teller, node, folder);
      if (output.isJson()) {
        spec.commandLine().getOut().println(OutputOptions.json(json(told, folder)));
      }
    }
    teller.line("");
    teller.line("Next: fairlead node --dev --base-path " + folder
        + " keeps this chain running, fairlead twin run --data " + folder.resolve("twin")
        + " --url ws://127.0.0.1:9944 goes on watching it; README.md tells what to try.");
    return ExitCode.DONE;
  }

  private record Told(Demo.Result result, Witness.Found seen) {}

  private static Told told(Teller teller, RunningNode node, Path folder)
      throws IOException {
    Path shell = folder.resolve("shell");
    Path programs = shell.resolve("programs");
    Hash program = copyProgram(programs);
    try (Witness witness = Witness.start(node.address(), folder.resolve("twin"), teller);
        RpcClient client = RpcClient.connect(RpcConfig.of(node.address())).join()) {
      teller.line("A twin follows it: " + witness.url());
      TangleChain chain = TangleChain.of(new ChainRpc(client), ChainOptions.PALLETS).join();
      var demo = new Demo(new Stage(chain, teller), teller, node.address());
      Demo.Result result = demo.tell(shell, programs, program, readme());
      return new Told(result, demo.witness(result, witness));
    }
  }

  private Path folder() throws IOException {
    Path named = basePath;
    if (named == null) {
      return Files.createTempDirectory("fairlead-demo-");
    }
    if (Files.isDirectory(named)) {
      try (var inside = Files.list(named)) {
        if (inside.findAny().isPresent()) {
          throw Failure.usage("--base-path: " + named + " is not empty; the demo begins a chain"
              + " of its own");
        }
      }
    }
    return Files.createDirectories(named).toAbsolutePath();
  }

  /** Puts the job program's jar where the shell looks, and gives its sha-256. */
  private static Hash copyProgram(Path programs) throws IOException {
    try {
      Path jar =
          Path.of(Sha256Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        throw Failure.usage("the job program is not packed as a jar: found " + jar
            + "; start the demo by ./fairlead demo");
      }
      Files.createDirectories(programs);
      Path copy = Files.copy(jar, programs.resolve("sha256.jar"),
          StandardCopyOption.REPLACE_EXISTING);
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(copy)));
    } catch (URISyntaxException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The first 1,024 bytes of the README. */
  private static Bytes readme() throws IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream("README.md")) {
      if (in == null) {
        throw new IllegalStateException("README.md is missing beside " + DemoCommand.class);
      }
      byte[] all = in.readAllBytes();
      return Bytes.wrap(Arrays.copyOf(all, Math.min(all.length, Story.INPUT_BYTES_MAX)));
    }
  }

  private static Map<String, Object> json(Told told, Path folder) {
    Demo.Result result = told.result();
    var document = new LinkedHashMap<String, Object>();
    document.put("jobs", Map.of("called", result.called(), "answered", result.answered()));
    var slashes = new LinkedHashMap<String, Object>();
    slashes.put("queued", result.queued());
    slashes.put("disputed", result.disputed());
    slashes.put("applied", result.applied());
    slashes.put("stakeTaken", result.slashedStake().toString());
    document.put("slashes", slashes);
    var rewards = new LinkedHashMap<String, Object>();
    rewards.put("jobIncome", result.jobIncome().toString());
    rewards.put("vaultReward", result.vaultReward().toString());
    document.put("rewards", rewards);
    document.put("twin", json(told.seen()));
    document.put("blocks", result.blocks());
    document.put("basePath", folder.toString());
    return document;
  }

  private static Map<String, Object> json(Witness.Found seen) {
    var twin = new LinkedHashMap<String, Object>();
    twin.put("blocks", seen.blocks());
    twin.put("proved", seen.proved());
    twin.put("answers", seen.answers());
    twin.put("slashEnds", seen.ends());
    return twin;
  }
}

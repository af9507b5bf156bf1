package io.fairlead.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A real dev node, and commands that are run against it. */
public final class NodeBeside implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningNode node;

  /** What a command answered. */
  public record Ran(int code, String out, String err) {
    /** Standard output as one document. */
    public JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (JsonProcessingException broken) {
        throw new AssertionError("not JSON: " + out + err, broken);
      }
    }
  }

  private NodeBeside(RunningNode node) {
    this.node = node;
  }

  /** Starts one. */
  public static NodeBeside start() {
    return start(NodeConfig.temporary());
  }

  private static NodeBeside start(NodeConfig config) {
    return switch (FairleadNode.start(config)) {
      case Started.Running(RunningNode running) -> new NodeBeside(running);
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  /** Starts one on which {@code //Bob} serves service 0 and {@code //Eve} delegates to him. */
  public static NodeBeside withService() {
    return withService(NodeConfig.temporary());
  }

  /** The same on a node of these settings. */
  public static NodeBeside withService(NodeConfig config) {
    NodeBeside node = start(config);
    node.sent("MultiAssetDelegation.join_operators", "[\"10000 TNT\"]", "--dev", "//Bob");
    node.sent("MultiAssetDelegation.deposit", "[{\"Custom\":0}, \"500 TNT\", null, null]",
        "--dev", "//Eve");
    node.sent("MultiAssetDelegation.delegate",
        "[\"//Bob\", {\"Custom\":0}, \"300 TNT\", {\"Fixed\":[0]}]", "--dev", "//Eve");
    node.sent("Services.create_blueprint", BLUEPRINT, "--dev", "//Alice");
    node.sent("Services.register", "[0, {\"key\":\"" + bobsEcdsaKey()
        + "\",\"rpc_address\":\"https://bob.example\"}, [], 0]", "--dev", "//Bob");
    node.service("//Alice", 0);
    return node;
  }

  /** {@code owner} requests a service of {@code //Bob}, who approves request {@code number}. */
  public void service(String owner, long number) {
    sent("Services.request", """
        {"evm_origin": null, "blueprint_id": 0, "permitted_callers": ["//Charlie"],
         "operators": ["//Bob"], "request_args": [],
         "asset_security_requirements": [{"asset": {"Custom": 0},
           "min_exposure_percent": 10, "max_exposure_percent": 60}],
         "ttl": 100000, "payment_asset": {"Custom": 0}, "value": 0,
         "membership_model": {"Fixed": {"min_operators": 1}}}""", "--dev", owner);
    sent("Services.approve",
        "[" + number + ", [{\"asset\":{\"Custom\":0},\"exposure_percent\":30}]]", "--dev", "//Bob");
  }

  private static Bytes bobsEcdsaKey() {
    var key = (EcdsaKeyPair) KeyPair.ofSuri(Scheme.ECDSA, "//Bob");
    return Bytes.wrap(key.uncompressedPublicKey());
  }

  private static final String BLUEPRINT = """
      {"blueprint": {
        "metadata": {"name": "sums", "description": "adds", "author": null, "category": null,
          "code_repository": null, "logo": null, "website": null, "license": null},
        "jobs": [{"metadata": {"name": "add", "description": null},
          "params": ["Uint64", {"List": "Uint8"}], "result": ["Uint64"],
          "pricing_model": {"PayOnce": {"amount": "2.5 TNT"}}}],
        "registration_params": [], "request_params": [],
        "manager": {"Evm": "%s"}, "master_manager_revision": "Latest",
        "sources": [{"Container": {"registry": "r", "image": "i", "tag": "t"}}],
        "supported_membership_models": ["Fixed"]}}""".formatted(DevGenesis.MANAGER);

  /** Where it listens. */
  public URI url() {
    return node.address();
  }

  /** Runs a command with {@code --url} of the node. */
  public Ran run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", node.address().toString()));
    return ran(all);
  }

  /** Runs a command as it is. */
  public static Ran ran(List<String> all) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Main.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  /** The document of a command that must be done. */
  public JsonNode json(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    Ran ran = run(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
    return ran.json();
  }

  /** Sends a call that must be taken. */
  public JsonNode sent(String call, String arguments, String... more) {
    var all = new ArrayList<>(List.of("tx", call, arguments));
    all.addAll(List.of(more));
    return json(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    node.close();
  }
}

package io.fairlead.cli.node;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.TangleChain;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code fairlead warm-up}: a throw-away node, a client that connects and makes a block, the end. The
 * script {@code fairlead} records its start-up cache while this runs: what a cache has not seen, a
 * start does slowly.
 */
@Command(name = "warm-up", hidden = true, mixinStandardHelpOptions = true,
    description = "Do once what every start does, for the start-up cache.",
    footer = {"", "Example:", "  java -XX:AOTCacheOutput=fairlead.aot -jar fairlead.jar warm-up"})
public final class WarmUp implements Callable<Integer> {
  private static final String CHAIN_NAME =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"system_chain\",\"params\":[]}";

  @Override
  public Integer call() throws IOException, InterruptedException {
    LogLines.show(false);
    return switch (FairleadNode.start(NodeConfig.temporary())) {
      case Started.Refused(String reason) -> throw Failure.usage(reason);
      case Started.Running(RunningNode node) -> {
        try (node) {
          use(node.address());
        }
        yield ExitCode.DONE;
      }
    };
  }

  private static void use(URI address) throws IOException, InterruptedException {
    try (RpcClient client = RpcClient.connect(RpcConfig.of(address)).join()) {
      TangleChain.of(new ChainRpc(client), ChainOptions.PALLETS).join();
      client.call("dev_newBlock", Map.of("count", 1)).join();
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(URI.create("http://" + address.getAuthority()))
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(CHAIN_NAME)).build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }
}

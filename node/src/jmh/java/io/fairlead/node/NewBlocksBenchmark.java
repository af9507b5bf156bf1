package io.fairlead.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 10,000 empty blocks of the dev chain by {@code dev_newBlock}, journal included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class NewBlocksBenchmark {
  private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"id\":1,"
      + "\"method\":\"dev_newBlock\",\"params\":[{\"count\":10000}]}";

  private final HttpClient client = HttpClient.newHttpClient();
  private RunningNode node;

  /** Starts a node on a temporary folder. */
  @Setup
  public void start() {
    node = switch (FairleadNode.start(NodeConfig.temporary())) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new IllegalStateException(reason);
    };
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    node.close();
  }

  /** The answer of the node, which comes when the last block is persisted. */
  @Benchmark
  public String tenThousandEmptyBlocks() throws IOException, InterruptedException {
    URI address = URI.create("http://" + node.address().getAuthority());
    return client.send(HttpRequest.newBuilder(address)
        .POST(HttpRequest.BodyPublishers.ofString(REQUEST)).build(),
        HttpResponse.BodyHandlers.ofString()).body();
  }
}

package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.pool.PoolLimits;
import io.fairlead.node.rpc.RpcLimits;
import io.fairlead.substrate.primitive.Bytes;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
  private static final RpcLimits FIVE_WAITING = new RpcLimits(15 << 20, 10, 10, 5, 8);
  private static final int VALUE_CHARS = 400_000;
  private static final int WRITES = 60;

  /** Reads what it is told to and no more. */
  private static final class Sleeper implements WebSocket.Listener {
    final CompletableFuture<String> end = new CompletableFuture<>();

    @Override
    public void onOpen(WebSocket socket) {
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end.complete("closed " + code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end.complete("lost");
    }
  }

  @Test
  void a_client_that_does_not_read_is_cut_off_and_the_others_are_served() throws Exception {
    NodeConfig config = NodeConfig.temporary().withLimits(PoolLimits.DEFAULT, FIVE_WAITING);
    try (RunningNode node = Nodes.running(config, new TinyRuntime("a.b=c"));
        RpcClient writer = new RpcClient(node.address())) {
      var sleeper = new Sleeper();
      WebSocket asleep = HttpClient.newHttpClient().newWebSocketBuilder()
          .buildAsync(node.address(), sleeper).join();
      asleep.sendText(RpcClient.request(1, "state_subscribeStorage",
          List.of(Bytes.utf8("tiny:1").toString())).toString(), true).join();

      for (int nonce = 0; nonce < WRITES; nonce++) {
        writer.result("author_submitAndWatchExtrinsic",
            TinyRuntime.write(1, nonce, Integer.toString(nonce % 10).repeat(VALUE_CHARS))
                .toString());
        JsonNode status = writer.next();
        while (!status.path("params").path("result").has("finalized")) {
          status = writer.next();
        }
      }
      asleep.request(Long.MAX_VALUE);

      assertThat(sleeper.end.get(20, TimeUnit.SECONDS)).isNotEqualTo("closed 1000");
      assertThat(writer.result("system_health").path("peers").asInt()).isZero();
    }
  }
}

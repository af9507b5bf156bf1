package io.fairlead.cli.chain;

import io.fairlead.cli.Failure;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.PalletTypes;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.TangleChain;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.assets.AssetsEvent;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** {@code --url}: the node that a command talks to. */
public final class ChainOptions {
  /** The pallets whose calls and events this program knows. */
  public static final List<PalletTypes> PALLETS =
      List.of(new PalletTypes(ServicesCall.PALLET, ServicesCall.CODEC, ServicesEvent.CODEC),
          new PalletTypes(RestakingCall.PALLET, RestakingCall.CODEC, RestakingEvent.CODEC),
          new PalletTypes(RewardsCall.PALLET, RewardsCall.CODEC, RewardsEvent.CODEC),
          new PalletTypes(AssetsCall.PALLET, AssetsCall.CODEC, AssetsEvent.CODEC),
          new PalletTypes(BalancesCall.PALLET, BalancesCall.CODEC, BalancesEvent.CODEC));

  @Option(names = "--url", paramLabel = "WS", defaultValue = "ws://127.0.0.1:9944",
      description = "WebSocket address of a node (default: ws://127.0.0.1:9944).") private String url =
          "ws://127.0.0.1:9944";

  /** Connects to a chain whose pallets this program knows, runs {@code body} and disconnects. */
  public <T> T with(Function<TangleChain, T> body) {
    return connected(PALLETS, body);
  }

  /** The same with any chain: everything that is read or sent is told by its metadata. */
  public <T> T withAny(Function<TangleChain, T> body) {
    return connected(List.of(), body);
  }

  private <T> T connected(List<PalletTypes> known, Function<TangleChain, T> body) {
    RpcConfig config;
    try {
      config = RpcConfig.of(URI.create(url));
    } catch (IllegalArgumentException bad) {
      throw Failure.usage("--url: " + bad.getMessage());
    }
    try (RpcClient client = RpcClient.connect(config).join()) {
      return body.apply(TangleChain.of(new ChainRpc(client), known).join());
    }
  }
}

package io.fairlead.twin.load;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.Included;
import io.fairlead.client.PalletTypes;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Traffic on a dev chain: operators join and answer, delegators deposit and leave, services are
 * requested and ended, jobs called, slashes proposed and disputed. Each of the twelve dev accounts plays
 * by itself, its choices drawn from the seed; how they interleave is up to the chain.
 */
public final class Load {
  private static final List<PalletTypes> PALLETS =
      List.of(new PalletTypes(ServicesCall.PALLET, ServicesCall.CODEC, ServicesEvent.CODEC),
          new PalletTypes(RestakingCall.PALLET, RestakingCall.CODEC, RestakingEvent.CODEC),
          new PalletTypes(RewardsCall.PALLET, RewardsCall.CODEC, RewardsEvent.CODEC));

  private final URI url;
  private final long seed;
  private final Duration length;
  private final Consumer<LoadReport> progress;

  private Load(URI url, long seed, Duration length, Consumer<LoadReport> progress) {
    this.url = url;
    this.seed = seed;
    this.length = length;
    this.progress = progress;
  }

  /**
   * Plays for {@code length} on the chain at {@code url}, which must be a dev chain. A node that goes
   * away is waited for.
   *
   * @param progress is told what was done so far, now and then
   */
  public static LoadReport run(URI url, long seed, Duration length,
      Consumer<LoadReport> progress) {
    return new Load(url, seed, length, progress).run();
  }

  private LoadReport run() {
    try (RpcClient client = RpcClient.start(RpcConfig.of(url));
        ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
      TangleChain chain = TangleChain.of(new ChainRpc(client), PALLETS).join();
      var world = new World();
      var moves = new Moves(chain, world);
      LoadReport total = new LoadReport(0, 0, 0);
      for (Moves.Move move : moves.prepare()) {
        total = total.plus(play(chain, world, move));
      }
      progress.accept(total);
      long end = System.nanoTime() + length.toNanos();
      var root = new SplittableRandom(seed);
      List<CompletableFuture<LoadReport>> all = new ArrayList<>();
      for (Cast player : Cast.values()) {
        SplittableRandom random = root.split();
        all.add(CompletableFuture.supplyAsync(
            () -> play(chain, world, moves, player, random, end), players));
      }
      for (CompletableFuture<LoadReport> each : all) {
        total = total.plus(each.join());
      }
      progress.accept(total);
      return total;
    }
  }

  private static LoadReport play(TangleChain chain, World world, Moves moves, Cast player,
      SplittableRandom random, long end) {
    LoadReport report = new LoadReport(0, 0, 0);
    while (System.nanoTime() < end) {
      report = report.plus(play(chain, world, moves.next(player, random)));
    }
    return report;
  }

  private static LoadReport play(TangleChain chain, World world, Moves.Move move) {
    try {
      Included included = chain.finalized(move.by().signer(), move.call()).join();
      world.learn(included);
      return included.error().isEmpty() ? new LoadReport(1, 0, 0) : new LoadReport(0, 1, 0);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RpcFailure rpc
          && rpc.kind() == RpcFailure.Kind.REFUSED) {
        return new LoadReport(0, 1, 0);
      }
      return new LoadReport(0, 0, 1);
    }
  }
}

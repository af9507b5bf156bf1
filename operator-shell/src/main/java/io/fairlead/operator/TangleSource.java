package io.fairlead.operator;

import io.fairlead.client.ChainEvent;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.client.FinalizedFollower;
import io.fairlead.client.FinalizedFollower.Cursor;
import io.fairlead.client.PalletTypes;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.Signer;
import io.fairlead.client.Submission;
import io.fairlead.client.TangleChain;
import io.fairlead.client.TransactionStatus;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Decoded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Tangle node as the shell's source of blocks and its pool: the one place that knows the client.
 */
final class TangleSource implements ChainSource, ResultPool, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TangleSource.class);
  private static final List<PalletTypes> TYPES = List
      .of(new PalletTypes(ServicesCall.PALLET, ServicesCall.CODEC, ServicesEvent.CODEC));
  /** How long a hand-over waits for a connection before it is put off: 5 s. */
  private static final long CONNECTION_MILLIS = 5_000;

  private final RpcClient client;
  private final ChainRpc rpc;
  private final ServicesState state;
  private final Signer signer;
  private final int eraBlocks;
  private volatile @Nullable CompletableFuture<TangleChain> connected;
  private volatile @Nullable FinalizedFollower follower;

  private TangleSource(RpcClient client, Signer signer, int eraBlocks) {
    this.client = client;
    this.rpc = new ChainRpc(client);
    this.state = new ServicesState(rpc, signer.account());
    this.signer = signer;
    this.eraBlocks = eraBlocks;
  }

  /** Connects in the background and goes on trying. */
  static TangleSource start(ShellConfig config, Signer signer) {
    return new TangleSource(RpcClient.start(RpcConfig.of(config.url())), signer,
        config.eraBlocks());
  }

  /**
   * The chain's metadata and versions, asked for again when the last question failed. Fails with
   * {@link ShellRefusal} when the chain has other types than we know.
   */
  private CompletableFuture<TangleChain> chain() {
    CompletableFuture<TangleChain> known = connected;
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    var asked = TangleChain.of(rpc, TYPES).exceptionallyCompose(failure -> CompletableFuture
        .failedFuture(cause(failure) instanceof RpcFailure rpcFailure
            && rpcFailure.kind() == RpcFailure.Kind.UNEXPECTED
                ? new ShellRefusal(String.valueOf(rpcFailure.getMessage())) : failure));
    connected = asked;
    var unused = asked.thenAccept(chain -> LOG.info("connected to {} {}, genesis {}",
        chain.versions().specName(), chain.versions().specVersion(), chain.genesis()));
    return asked;
  }

  @Override
  public CompletionStage<Head> head() {
    return chain().thenCompose(chain -> finalized()
        .thenApply(at -> new Head(chain.genesis(), new ChainPoint(at.number(), hash(at)))));
  }

  private CompletableFuture<Cursor> finalized() {
    return rpc.finalizedHead().thenCompose(
        hash -> rpc.header(hash).thenApply(header -> new Cursor(header.number(), hash)));
  }

  private static Hash hash(Cursor at) {
    Hash hash = at.hash();
    return hash == null ? Hash.ZERO : hash;
  }

  @Override
  public CompletionStage<Standing> standing(ChainPoint at, Set<CallKey> open) {
    return state.standing(at.hash(), open);
  }

  @Override
  public CompletionStage<Optional<ServiceBlueprint>> blueprint(long number) {
    return state.blueprint(number);
  }

  @Override
  public Following follow(ChainPoint after, Sink sink) {
    var following = FinalizedFollower.start(rpc, new Cursor(after.number(), after.hash()),
        block -> chain().thenCompose(chain -> sink.accept(read(chain, block))));
    follower = following;
    return new Following() {
      @Override
      public CompletionStage<Void> ended() {
        return following.ended().handle((ended, failure) -> {
          if (failure != null && cause(failure) instanceof RpcFailure gone) {
            throw new StateGone(String.valueOf(gone.getMessage()));
          } else if (failure != null) {
            throw new CompletionException(cause(failure));
          }
          return null;
        });
      }

      @Override
      public void close() {
        following.close();
      }
    };
  }

  private ChainBlock read(TangleChain chain, FinalizedBlock block) {
    List<ChainEvent> all = switch (chain.events(block.events())) {
      case Decoded.Value<List<ChainEvent>>(List<ChainEvent> events) -> events;
      case Decoded.Malformed<List<ChainEvent>> bad ->
          throw RpcFailure.unexpected("its events: " + bad.message());
    };
    var events = new ArrayList<ServicesEvent>();
    Map<Hash, String> failures = new HashMap<>();
    for (ChainEvent event : all) {
      if (event instanceof ChainEvent.Known(var phase, var pallet, var name, ServicesEvent known)) {
        events.add(known);
      } else if (event.pallet().equals("System") && event.name().equals("ExtrinsicFailed")
          && event.phase() instanceof Phase.ApplyExtrinsic(long index)) {
        Hash hash = ExtrinsicCodec.hash(block.extrinsics().get((int) index).array());
        failures.put(hash, chain.find(block, hash).flatMap(found -> found.error())
            .orElse("no reason"));
      } else if (event.pallet().equals("System") && event.name().equals("CodeUpdated")) {
        connected = null; // the next question reads the new metadata
      }
    }
    return new ChainBlock(new ChainPoint(block.number(), block.hash()), events, failures,
        block.heardNanos());
  }

  @Override
  public boolean signsHere() {
    return signer.isInProcess();
  }

  @Override
  public CompletionStage<Long> nextNonce() {
    return chain().thenCompose(chain -> rpc.nextNonce(chain.address(signer.account())));
  }

  @Override
  public CompletionStage<SignedResult> sign(CallKey key, List<Field> result, long nonce) {
    return chain().thenCompose(chain -> newest().thenCompose(at -> chain.sign(signer,
        chain.encode(new ServicesCall.SubmitResult(key.service(), key.call(), result)), nonce, at,
        eraBlocks))).thenApply(
            signed -> new SignedResult(signed.bytes(), nonce, signed.lastBlock() + 1));
  }

  private CompletableFuture<Cursor> newest() {
    FinalizedFollower following = follower;
    Optional<Cursor> heard = following == null ? Optional.empty() : following.newest();
    return heard.map(CompletableFuture::completedFuture).orElseGet(this::finalized);
  }

  @Override
  public CompletionStage<Handed> hand(SignedResult signed) {
    var lost = new CompletableFuture<String>();
    return client.connection().orTimeout(CONNECTION_MILLIS, TimeUnit.MILLISECONDS)
        .thenCompose(connection -> Submission.send(connection, signed.extrinsic(), status -> {
        }))
        .<Handed>handle((submission, failure) -> {
          if (failure != null) {
            return notTaken(cause(failure));
          }
          submission.end().whenComplete((status, broken) -> {
            if (broken != null) {
              lost.complete(String.valueOf(cause(broken).getMessage()));
            } else if (!(status instanceof TransactionStatus.Finalized)) {
              lost.complete("the pool says " + status);
            }
          });
          return new Handed.Taken(lost);
        });
  }

  private static Handed notTaken(@Nullable Throwable failure) {
    if (failure instanceof RpcFailure known && known.kind() == RpcFailure.Kind.REFUSED) {
      return new Handed.Refused(known.code(), String.valueOf(known.getMessage()));
    }
    return new Handed.NotReached(failure == null || failure.getMessage() == null
        ? "no connection" : failure.getMessage());
  }

  private static Throwable cause(Throwable failure) {
    Throwable inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }

  @Override
  public void close() {
    FinalizedFollower following = follower;
    if (following != null) {
      following.close();
    }
    client.close();
  }
}

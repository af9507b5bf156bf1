package io.fairlead.node.rpc;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import io.fairlead.node.chain.ChainView;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the methods ask: the chain, its runtime at a block, the pool. Any thread. */
final class Node {
  final ChainView chain;
  final Engines engines;
  final ExtrinsicChecker checker;
  final News news;
  final InstantSource clock;
  private static final Codec<byte @Nullable []> OPAQUE =
      Codecs.option(Codecs.byteVec(Codecs.UNBOUNDED));
  private volatile @Nullable Metadata metadata;
  private final ActorRef<PoolActor.Command> pool;
  private final ActorSystem<?> system;

  Node(ChainView chain, Engines engines, News news, ActorRef<PoolActor.Command> pool,
      ActorSystem<?> system, InstantSource clock) {
    this.chain = chain;
    this.engines = engines;
    this.news = news;
    this.pool = pool;
    this.system = system;
    this.clock = clock;
    checker = engines.checker(chain.genesis());
  }

  void tell(PoolActor.Command command) {
    pool.tell(command);
  }

  <T> CompletionStage<T> ask(Duration timeout,
      Function<ActorRef<T>, PoolActor.Command> question) {
    return AskPattern.ask(pool, question::apply, timeout, system.scheduler());
  }

  /** The block that a method means; null stands for the best. Its state can be read. */
  long blockAt(@Nullable Hash at) {
    if (at == null) {
      return chain.best().number();
    }
    Long number = chain.number(at);
    if (number == null) {
      throw RpcError.state("UnknownBlock: Header was not found in the database: " + at);
    }
    if (!chain.hasState(number)) {
      throw RpcError.state("UnknownBlock: State already discarded for " + at);
    }
    return number;
  }

  /** Hash of a block that {@link #blockAt} gave. */
  Hash hashOf(long number) {
    Hash hash = chain.hash(number);
    if (hash == null) {
      throw new IllegalStateException("no block " + number);
    }
    return hash;
  }

  /** An engine over the state after a block. */
  Engine engineAt(long number) {
    return engines.over(chain.source(number));
  }

  /** Calls a runtime API on the state after a block. */
  Bytes call(long number, String method, Bytes arguments) {
    return switch (engineAt(number).call(method, arguments)) {
      case ApiAnswer.Value(Bytes bytes) -> bytes;
      case ApiAnswer.NoSuchMethod none -> throw RpcError
          .state("Execution failed: Other: Exported method " + method + " is not found");
      case ApiAnswer.BadArguments(String reason) -> throw RpcError.state(
          "Execution failed: Execution aborted due to trap: bad input to " + method + ": "
              + reason);
    };
  }

  /** Metadata V15 of the runtime, which does not change. Read once; two threads may both read it. */
  Metadata metadata() {
    Metadata known = metadata;
    if (known == null) {
      Bytes wrapped = call(chain.best().number(), "Metadata_metadata_at_version",
          Bytes.wrap(Codecs.U32.encode(15L)));
      byte[] bytes = OPAQUE.decode(wrapped.array()).trusted();
      if (bytes == null) {
        throw RpcError.state("the runtime has no metadata of version 15");
      }
      known = Metadata.decode(bytes).trusted();
      metadata = known;
    }
    return known;
  }

  /** The form and signature of an extrinsic from outside. */
  ExtrinsicChecker.Checked check(Bytes extrinsic) {
    return checker.check(extrinsic, chain.best().number(), chain::hash);
  }
}

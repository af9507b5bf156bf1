package io.fairlead.node.rpc;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.http.javadsl.ServerBinding;
import io.fairlead.node.chain.ChainEntity.Imported;
import io.fairlead.node.chain.ChainView;
import io.fairlead.node.keystore.Keystore;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.runtime.engine.Engines;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The JSON-RPC face of a node: all methods and the server in front of them. */
public final class Rpc {
  private final News news = new News();
  private final CompletableFuture<JsonRpc> ready = new CompletableFuture<>();

  /** The actor that must hear of every batch of blocks. */
  public Behavior<Imported> news() {
    return news.behavior();
  }

  /** Listens at once; what is asked before {@link #open} waits for it. Port 0 takes a free one. */
  public CompletionStage<ServerBinding> listen(ActorSystem<?> system, RpcLimits limits,
      String host, int port) {
    return new RpcServer(system, ready, limits).bind(host, port);
  }

  /**
   * The chain can be read: answers.
   *
   * @param random of new session keys
   * @param executor where requests are parsed, signatures checked and runtime APIs called
   */
  public void open(ActorSystem<?> system, Executor executor, ChainView chain, Engines engines,
      ActorRef<PoolActor.Command> pool, InstantSource clock, NodeNames names,
      Keystore keystore, SecureRandom random) {
    var node = new Node(chain, engines, news, pool, system, clock);
    var methods = new Methods();
    ChainMethods.register(methods, node);
    StateMethods.register(methods, node);
    AuthorMethods.register(methods, node);
    SystemMethods.register(methods, node, names);
    PaymentMethods.register(methods, node);
    ChildStateMethods.register(methods, node);
    KeyMethods.register(methods, node, keystore, random);
    TangleMethods.register(methods, node);
    ServiceMethods.register(methods, node);
    DevMethods.register(methods, node);
    methods.now(params -> {
      var json = Json.object();
      methods.names().forEach(json.putArray("methods")::add);
      return json;
    }, "rpc_methods");
    ready.complete(new JsonRpc(methods, executor));
  }
}

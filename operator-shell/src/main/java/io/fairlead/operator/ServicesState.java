package io.fairlead.operator;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcFailure;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.JobCall;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.StorageHasher;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What the shell reads of the storage of Services; its maps hash no key. */
final class ServicesState {
  private record Published(AccountId owner, ServiceBlueprint blueprint) {}

  private static final Codec<Published> PUBLISHED = Codecs.pair(AccountId.CODEC,
      ServiceBlueprint.CODEC, Published::new, Published::owner, Published::blueprint);

  private final ChainRpc rpc;
  private final AccountId operator;

  ServicesState(ChainRpc rpc, AccountId operator) {
    this.rpc = rpc;
    this.operator = operator;
  }

  /** Key of an item of Services under numbers; a prefix when some are left away. */
  static Bytes key(String item, long... numbers) {
    var out = new Output(48);
    out.raw(Item.prefix(ServicesCall.PALLET, item));
    for (long number : numbers) {
      out.u64(number);
    }
    return Bytes.wrap(out.toBytes());
  }

  CompletableFuture<Optional<ServiceBlueprint>> blueprint(long number) {
    return rpc.storage(key("Blueprints", number), null)
        .thenApply(value -> value.map(bytes -> read(PUBLISHED, bytes).blueprint()));
  }

  CompletableFuture<ChainSource.Standing> standing(Hash at, Set<CallKey> open) {
    return rpc.pairs(key("Instances"), at).thenCompose(pairs -> {
      var view = OperatorView.of(operator,
          pairs.stream().map(pair -> read(Service.CODEC, pair.value())).toList());
      return unanswered(view, at).thenCombine(answered(open, at), Map::entry)
          .thenCombine(nonce(at), (both, nonce) -> new ChainSource.Standing(view, both.getKey(),
              both.getValue(), nonce));
    });
  }

  private CompletableFuture<List<JobOrder>> unanswered(OperatorView view, Hash at) {
    var found = CompletableFuture.<List<JobOrder>>completedFuture(new ArrayList<>());
    for (Map.Entry<Long, Long> service : view.services().entrySet()) {
      found = found.thenCompose(orders -> unanswered(service.getKey(), service.getValue(), at)
          .thenApply(more -> {
            orders.addAll(more);
            return orders;
          }));
    }
    return found.thenApply(orders -> orders.stream()
        .sorted(java.util.Comparator.comparing(JobOrder::key)).toList());
  }

  private CompletableFuture<List<JobOrder>> unanswered(long service, long blueprint, Hash at) {
    return rpc.pairs(key("JobResults", service), at)
        .thenCombine(rpc.pairs(key("JobCalls", service), at), (results, calls) -> {
          Set<CallKey> answered = results.stream().map(pair -> callKey(service, pair.key()))
              .collect(Collectors.toSet());
          var orders = new ArrayList<JobOrder>();
          for (ChainRpc.Pair pair : calls) {
            CallKey key = callKey(service, pair.key());
            if (!answered.contains(key)) {
              JobCall call = read(JobCall.CODEC, pair.value());
              orders.add(new JobOrder(key, blueprint, call.job(), call.args()));
            }
          }
          return orders;
        });
  }

  private static CallKey callKey(long service, Bytes key) {
    byte[] bytes = key.array();
    return new CallKey(service,
        new Input(java.util.Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length)).u64());
  }

  private CompletableFuture<Set<CallKey>> answered(Set<CallKey> open, Hash at) {
    var found = CompletableFuture.<Set<CallKey>>completedFuture(new HashSet<>());
    for (CallKey key : open) {
      found = found.thenCombine(rpc.storage(key("JobResults", key.service(), key.call()), at),
          (keys, value) -> {
            value.ifPresent(some -> keys.add(key));
            return keys;
          });
    }
    return found;
  }

  /** The nonce stands first in {@code System.Account}, a u32. */
  private CompletableFuture<Long> nonce(Hash at) {
    var key = new Output(80);
    key.raw(Item.prefix("System", "Account"));
    key.raw(StorageHasher.BLAKE2_128_CONCAT.hash(operator.bytes()));
    key.raw(operator.bytes());
    return rpc.storage(Bytes.wrap(key.toBytes()), at)
        .thenApply(value -> value.map(bytes -> new Input(bytes.array()).u32()).orElse(0L));
  }

  private static <T> T read(Codec<T> codec, Bytes bytes) {
    return switch (codec.decode(bytes.array())) {
      case Decoded.Value<T>(T value) -> value;
      case Decoded.Malformed<T> bad ->
          throw RpcFailure.unexpected("the state of Services: " + bad.message());
    };
  }
}

package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.BlueprintSource.Architecture;
import io.fairlead.services.wire.BlueprintSource.NativeFetcher;
import io.fairlead.services.wire.BlueprintSource.OperatingSystem;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A chain of one operator, one blueprint and one service, with a pool that checks nonces and eras.
 * It seals when it is told to and can be told to misbehave. Everything runs on one thread of its
 * own.
 */
final class FakeChain implements ChainSource, ResultPool, AutoCloseable {
  static final long SERVICE = 4;
  private static final Hash GENESIS = new Hash(9, 9, 9, 9);

  /** What the pool does with the next extrinsics. */
  enum PoolMood {
    KIND, FORGETS, AWAY
  }

  private record Included(CallKey key, List<Field> result, long nonce, SignedResult signed) {}

  private final AccountId operator;
  private final ServiceBlueprint blueprint;
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final List<ChainBlock> blocks = new ArrayList<>();
  private final Map<Long, Included> signedByNonce = new TreeMap<>();
  private final Map<Hash, Included> known = new LinkedHashMap<>();
  private final Map<CallKey, List<Field>> calls = new TreeMap<>();
  private final List<CallKey> answers = new ArrayList<>();
  private final List<FakeFollowing> followings = new ArrayList<>();
  private PoolMood mood = PoolMood.KIND;
  private long nonce = 11;
  private long nextCall;
  private long stateFrom;
  private boolean isForeign;

  FakeChain(AccountId operator, Hash program, FieldType... results) {
    this.operator = operator;
    this.blueprint = blueprint(program, List.of(results));
    blocks.add(new ChainBlock(new ChainPoint(0, GENESIS), List.of(), Map.of(), 0));
  }

  private static ServiceBlueprint blueprint(Hash program, List<FieldType> results) {
    var binary = new BlueprintSource.Binary(Architecture.AMD64, OperatingSystem.LINUX,
        Bytes.utf8("job.jar"), program);
    var release = new BlueprintSource.GithubRelease(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY,
        List.of(binary));
    var job = new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("echo"), null), results,
        results, new PricingModel.PayOnce(Balance.ZERO));
    return new ServiceBlueprint(
        new ServiceMetadata(Bytes.utf8("test"), null, null, null, null, null, null, null),
        List.of(job), List.of(), List.of(), EvmAddress.ZERO, new MasterRevision.Latest(),
        List.of(new BlueprintSource.Native(new NativeFetcher.Github(release))), List.of());
  }

  private <T> T on(java.util.concurrent.Callable<T> task) {
    try {
      return loop.submit(task).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> CompletionStage<T> later(java.util.function.Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, loop);
  }

  /** Makes a call in a block of its own. */
  CallKey call(Field... args) {
    return on(() -> {
      var key = new CallKey(SERVICE, nextCall++);
      calls.put(key, List.of(args));
      seal(List.of(new ServicesEvent.JobCalled(operator, SERVICE, key.call(), 0, List.of(args))));
      return key;
    });
  }

  /** Seals {@code count} blocks with what the pool has. */
  void seal(int count) {
    on(() -> {
      for (int i = 0; i < count; i++) {
        seal(List.of());
      }
      return null;
    });
  }

  void mood(PoolMood next) {
    on(() -> mood = next);
  }

  /** Pretends to be a chain of other types. */
  void beForeign() {
    on(() -> isForeign = true);
  }

  /** Throws the states of all blocks but the newest away. */
  void forgetStates() {
    on(() -> {
      stateFrom = blocks.size() - 1;
      List.copyOf(followings).forEach(FakeFollowing::step);
      return null;
    });
  }

  /** The calls that were answered, one entry an answer. */
  List<CallKey> answers() {
    return on(() -> List.copyOf(answers));
  }

  Set<CallKey> calls() {
    return on(() -> Set.copyOf(calls.keySet()));
  }

  private void seal(List<ServicesEvent> first) {
    var events = new ArrayList<>(first);
    long number = blocks.size();
    for (Included next = signedByNonce.remove(nonce); next != null; next =
        signedByNonce.remove(nonce)) {
      if (next.signed().death() > number) {
        nonce++;
        answers.add(next.key());
        events.add(new ServicesEvent.JobResultSubmitted(operator, SERVICE, next.key().call(), 0,
            next.result()));
      }
    }
    blocks.add(new ChainBlock(new ChainPoint(number, new Hash(number, 1, 1, 1)), events, Map.of(),
        System.nanoTime()));
    List.copyOf(followings).forEach(FakeFollowing::step);
  }

  @Override
  public CompletionStage<Head> head() {
    return later(() -> {
      if (isForeign) {
        throw new ShellRefusal("other types");
      }
      return new Head(GENESIS, blocks.getLast().at());
    });
  }

  @Override
  public CompletionStage<Standing> standing(ChainPoint at, Set<CallKey> open) {
    return later(() -> {
      var services = new TreeMap<Long, Long>();
      services.put(SERVICE, 0L);
      var unanswered = calls.entrySet().stream()
          .filter(call -> !answers.contains(call.getKey()))
          .map(call -> new JobOrder(call.getKey(), 0, 0, call.getValue())).toList();
      return new Standing(new OperatorView(operator, services), unanswered,
          Set.copyOf(open.stream().filter(answers::contains).toList()), nonce);
    });
  }

  @Override
  public CompletionStage<Optional<ServiceBlueprint>> blueprint(long number) {
    return later(() -> Optional.of(blueprint));
  }

  @Override
  public Following follow(ChainPoint after, Sink sink) {
    var following = new FakeFollowing(after.number() + 1, sink);
    loop.execute(() -> {
      followings.add(following);
      following.step();
    });
    return following;
  }

  private final class FakeFollowing implements Following {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Sink sink;
    private long next;
    private boolean isBusy;

    FakeFollowing(long next, Sink sink) {
      this.next = next;
      this.sink = sink;
    }

    void step() {
      if (isBusy || ended.isDone() || next >= blocks.size()) {
        return;
      }
      if (next < stateFrom) {
        ended.completeExceptionally(new StateGone("state of " + next));
        return;
      }
      isBusy = true;
      sink.accept(blocks.get((int) next)).whenCompleteAsync((done, failure) -> {
        isBusy = false;
        next += failure == null ? 1 : 0;
        step();
      }, loop);
    }

    @Override
    public CompletionStage<Void> ended() {
      return ended;
    }

    @Override
    public void close() {
      ended.complete(null);
    }
  }

  @Override
  public boolean signsHere() {
    return true;
  }

  @Override
  public CompletionStage<Long> nextNonce() {
    return later(() -> {
      long next = nonce;
      while (signedByNonce.containsKey(next)) {
        next++;
      }
      return next;
    });
  }

  @Override
  public CompletionStage<SignedResult> sign(CallKey key, List<Field> result, long withNonce) {
    return later(() -> {
      var signed = new SignedResult(
          Bytes.utf8(key + " with " + withNonce + " at " + blocks.size()), withNonce,
          blocks.size() + 15L);
      known.put(signed.hash(), new Included(key, result, withNonce, signed));
      return signed;
    });
  }

  @Override
  public CompletionStage<Handed> hand(SignedResult signed) {
    return later(() -> {
      Included extrinsic = known.get(signed.hash());
      if (mood == PoolMood.AWAY) {
        return new Handed.NotReached("away");
      }
      if (extrinsic == null || signed.nonce() < nonce || signed.death() <= blocks.size()) {
        return new Handed.Refused(1010, "Invalid Transaction: stale");
      }
      if (mood == PoolMood.FORGETS) {
        return new Handed.Taken(CompletableFuture.completedFuture("forgotten"));
      }
      Included there = signedByNonce.putIfAbsent(signed.nonce(), extrinsic);
      if (there != null) {
        return there.signed().equals(signed)
            ? new Handed.Refused(1013, "Already Imported")
            : new Handed.Refused(1014, "Priority is too low");
      }
      return new Handed.Taken(new CompletableFuture<>());
    });
  }

  @Override
  public void close() {
    loop.shutdownNow();
  }
}

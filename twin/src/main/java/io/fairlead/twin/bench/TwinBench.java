package io.fairlead.twin.bench;

import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeMetadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.TrieRoot;
import io.fairlead.twin.Core;
import io.fairlead.twin.Generation;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.fact.BlockBody;
import io.fairlead.twin.fact.ChainTypes;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Composer;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import io.fairlead.twin.table.Page;
import io.fairlead.twin.table.TableDatabase;
import io.fairlead.twin.table.TableView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Measures a twin on a made-up chain, with the real journal, entities and tables on disk. Everything but
 * the nodes: their answers are made beforehand.
 */
public final class TwinBench {
  private static final int LANES = 8;
  private static final int WINDOW_BLOCKS = 4_096;
  private static final int PAIRS_PER_BLOCK = 3;
  private static final int SERVICES = 1_199;
  private static final int FULL_PAIRS = 1_199;
  private static final int SMALL_PAIRS = 16;
  private static final int SAMPLES = 200;
  private static final int QUESTIONS = 2_000;
  private static final int SLASHES = 200;
  private static final int QUIET_KEYS = 40_000;
  private static final double P99 = 0.99;

  private final Path folder;
  private final Consumer<Figure> found;

  private TwinBench(Path folder, Consumer<Figure> found) {
    this.folder = folder;
    this.found = found;
  }

  /**
   * How much is measured.
   *
   * @param blocks quiet blocks
   * @param facts into the log, and end to end
   * @param entities of a twin that is started again
   */
  public record Sizes(int blocks, int facts, int entities) {}

  /**
   * Measures everything, each in a new folder below {@code folder}.
   *
   * @param found is told each figure
   */
  public static void run(Sizes sizes, Path folder, Consumer<Figure> found) throws Unusable {
    var bench = new TwinBench(folder, found);
    bench.log(sizes.facts());
    bench.quiet(sizes.blocks());
    bench.endToEnd(sizes.facts());
    bench.restart(sizes.entities());
  }

  private Core open(String name) throws Unusable {
    Path place = folder.resolve(name);
    Generation generation = Generation.of(MadeUpFacts.hashOf(0), 1);
    return Core.open(place.resolve("journal"),
        TableDatabase.inFolder(place.resolve("tables"), "twin_bench"), generation);
  }

  private static List<BlockFacts> blocks(MadeUpFacts facts, long from, int count, int pairs) {
    var blocks = new ArrayList<BlockFacts>();
    for (int i = 0; i < count; i++) {
      blocks.add(facts.jobs(from + i, pairs));
    }
    return blocks;
  }

  private static int blocksFor(int facts) {
    return Math.max(1, facts / (PAIRS_PER_BLOCK * MadeUpFacts.FACTS_PER_PAIR));
  }

  private void log(int facts) throws Unusable {
    var made = new MadeUpFacts(SERVICES);
    try (Core core = open("log")) {
      core.append(List.of(made.first(0, 0)));
      core.append(blocks(made, 1, WINDOW_BLOCKS / 2, PAIRS_PER_BLOCK)); // warm
      int count = blocksFor(facts);
      List<BlockFacts> all = blocks(made, 1 + WINDOW_BLOCKS / 2, count, PAIRS_PER_BLOCK);
      long start = System.nanoTime();
      append(core, all);
      found.accept(Figure.rate("facts into the log", sum(all), System.nanoTime() - start,
          "facts/s", 100_000, 250_000));
    }
  }

  private static void append(Core core, List<BlockFacts> all) throws Unusable {
    for (int from = 0; from < all.size(); from += WINDOW_BLOCKS) {
      core.append(all.subList(from, Math.min(all.size(), from + WINDOW_BLOCKS)));
    }
  }

  private static long sum(List<BlockFacts> blocks) {
    return blocks.stream().mapToLong(each -> each.facts().size()).sum();
  }

  /** Checked, proved, composed, appended; made and decoded beforehand. */
  private void quiet(int count) throws Unusable {
    var chain = new QuietChain(QUIET_KEYS);
    var composer = new Composer(new ChainTypes(
        MetadataWriter.v15(RuntimeMetadata.declaration(Profile.TANGLE_TESTNET))),
        new ChangeReader());
    try (Core core = open("quiet")) {
      var warm = new ArrayList<QuietChain.Sent>();
      for (int i = 0; i < WINDOW_BLOCKS; i++) {
        warm.add(chain.next());
      }
      core.append(warm.stream().map(each -> proved(each, chain.replica(), composer)).toList());
      long nanos = 0;
      for (int done = 0; done < count; done += WINDOW_BLOCKS) {
        var sent = new ArrayList<QuietChain.Sent>();
        for (int i = done; i < Math.min(count, done + WINDOW_BLOCKS); i++) {
          sent.add(chain.next());
        }
        long start = System.nanoTime();
        core.append(sent.stream().map(each -> proved(each, chain.replica(), composer)).toList());
        nanos += System.nanoTime() - start;
      }
      found.accept(Figure.rate("quiet blocks with proof, source not the limit", count, nanos,
          "blocks/s", 3_000, 10_000));
    }
  }

  private static BlockFacts proved(QuietChain.Sent sent, Replica replica, Composer composer) {
    var block = sent.block();
    Hash root = Hash.of(
        TrieRoot.ofList(block.extrinsics().stream().map(Bytes::array).toList()));
    if (!block.header().hash().equals(block.hash())
        || !block.header().extrinsicsRoot().equals(root)) {
      throw new IllegalStateException("block " + block.number() + " is not its header's");
    }
    var proof = new BlockProof(replica, block.header().stateRoot(), sent.nodes());
    var body = new BlockBody(block.number(), block.hash(), block.header().parent(),
        block.header().stateRoot(), 1, proof.time(), block.extrinsics(),
        proof.events().orElseThrow(), -1);
    if (composer.read(body) instanceof Composer.Read.Good good
        && proof.begin(good.touched()) instanceof BlockProof.Step.Proved done) {
      return new BlockFacts(body.number(), body.parent(),
          new BlockLine(body.hash(), body.stateRoot(), 1, body.time(), true),
          composer.compose(good, done.changes(), replica::value, done.after()::value));
    }
    throw new IllegalStateException("block " + block.number() + " is not proved");
  }

  private void endToEnd(int facts) throws Unusable {
    var made = new MadeUpFacts(SERVICES);
    try (Core core = open("whole")) {
      long next = 1;
      core.append(List.of(made.first(SERVICES, SLASHES)));
      core.follow(LANES);
      append(core, blocks(made, next, 512, PAIRS_PER_BLOCK)); // warm
      next += 512;
      await(core, next - 1);

      int count = blocksFor(facts);
      List<BlockFacts> all = blocks(made, next, count, PAIRS_PER_BLOCK);
      long start = System.nanoTime();
      append(core, all);
      next += count;
      await(core, next - 1);
      found.accept(Figure.rate("facts end to end, entities and tables, catch-up", sum(all),
          System.nanoTime() - start, "facts/s", 20_000, 60_000));

      next = head(core, made, next);
      BlockFacts full = made.jobs(next, FULL_PAIRS);
      start = System.nanoTime();
      core.append(List.of(full));
      await(core, next);
      found.accept(Figure.millis("a full block of " + FULL_PAIRS + " pairs, " + full.facts().size()
          + " facts, until queryable", System.nanoTime() - start, 3_000, 1_000));
      questions(core);
    }
  }

  private long head(Core core, MadeUpFacts made, long first) throws Unusable {
    long next = first;
    var latencies = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      BlockFacts block = made.jobs(next, SMALL_PAIRS);
      long start = System.nanoTime();
      core.append(List.of(block));
      await(core, next);
      latencies[i] = System.nanoTime() - start;
      next++;
    }
    found.accept(Figure.millis("finalized head until queryable, "
        + SMALL_PAIRS * MadeUpFacts.FACTS_PER_PAIR + " facts, p99", p99(latencies), 500, 100));
    return next;
  }

  private void questions(Core core) {
    long at = core.tables().watermark();
    var lists = new long[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long start = System.nanoTime();
      var rows = core.tables().slashes(at, TableView.SlashState.PENDING, Optional.empty(),
          Optional.empty(), new Page("", SLASHES));
      lists[i] = System.nanoTime() - start;
      check(rows.rows().size() == SLASHES, "pending slashes");
    }
    found.accept(Figure.millis("list of " + SLASHES + " pending slashes, p99", p99(lists), 10, 2));
    var awake = new long[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      awake[i] = show(core, i % SERVICES);
    }
    found.accept(Figure.millis("an entity that is awake, p99", p99(awake), 5, 1));
  }

  private static long show(Core core, int service) {
    long start = System.nanoTime();
    TwinEntity.Answer answer =
        core.entities().get(EntityKey.of(EntityType.SERVICE, service), core.watermark())
            .toCompletableFuture().join();
    long nanos = System.nanoTime() - start;
    check(answer instanceof TwinEntity.Shown, "service " + service);
    return nanos;
  }

  private void restart(int entities) throws Unusable {
    var made = new MadeUpFacts(1);
    try (Core core = open("restart")) {
      core.append(List.of(made.first(entities, 1)));
      core.follow(LANES);
      await(core, 0);
    }
    long start = System.nanoTime();
    try (Core core = open("restart")) {
      core.follow(LANES);
      await(core, 0);
      show(core, 0);
      found.accept(Figure.millis("start with " + entities + " entities known, until it answers",
          System.nanoTime() - start, 8_000, 3_000));
      var asleep = new long[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        long asked = System.nanoTime();
        var key = EntityKey.of(EntityType.OPERATOR,
            MadeUpFacts.operator((int) ((long) i * entities / SAMPLES)));
        check(core.entities().get(key, core.watermark()).toCompletableFuture()
            .join() instanceof TwinEntity.Shown, key.toString());
        asleep[i] = System.nanoTime() - asked;
      }
      found.accept(Figure.millis("an entity that sleeps, p99", p99(asleep), 50, 15));
    }
  }

  private static void check(boolean isThere, String what) {
    if (!isThere) {
      throw new IllegalStateException("not found: " + what);
    }
  }

  private static void await(Core core, long block) {
    while (core.watermark() < block || core.tables().watermark() < block) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
    }
  }

  private static long p99(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * P99) - 1)];
  }
}

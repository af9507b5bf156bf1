package io.fairlead.substrate.trie;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A block that changes eight keys, and the proof of one key; keys of 80 bytes under 20 items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrieBenchmark {

  /** Keys in the trie. */
  @Param({"2000", "1000000"}) public int size;

  private byte[][] keys = {};
  private Trie trie = Trie.empty();
  private int block;

  @Setup
  public void fill() {
    Random random = new Random(1);
    keys = new byte[size][80];
    for (int i = 0; i < size; i++) {
      random.nextBytes(keys[i]);
      Arrays.fill(keys[i], 0, 32, (byte) (i % 20 * 13));
      trie = trie.put(keys[i], new byte[80]);
    }
    trie.root();
  }

  @Benchmark
  public byte[] blockOfEightChanges() {
    block++;
    for (int i = 0; i < 8; i++) {
      byte[] value = new byte[80];
      value[0] = (byte) block;
      value[1] = (byte) (block >> 8);
      value[2] = (byte) (block >> 16);
      trie = trie.put(keys[Math.floorMod(block * 8 + i * 77_777, size)], value);
    }
    return trie.root();
  }

  @Benchmark
  public List<byte[]> proofOfOneKey() {
    return trie.prove(List.of(keys[block++ & 1023]));
  }
}

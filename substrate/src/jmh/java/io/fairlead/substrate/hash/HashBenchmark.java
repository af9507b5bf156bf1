package io.fairlead.substrate.hash;

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

/** Hashes of storage keys (32 to 100 bytes) and of trie nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HashBenchmark {

  /** Bytes that are hashed. */
  @Param({"32", "100", "540"}) public int length;

  private byte[] data = {};

  @Setup
  public void fill() {
    data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (31 * i);
    }
  }

  @Benchmark
  public byte[] blake2b128() {
    return Blake2b.hash128(data);
  }

  @Benchmark
  public byte[] blake2b256() {
    return Blake2b.hash256(data);
  }

  @Benchmark
  public byte[] twox128() {
    return XxHash.twox128(data);
  }

  @Benchmark
  public byte[] keccak256() {
    return Keccak.hash256(data);
  }
}

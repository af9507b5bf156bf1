package io.fairlead.substrate.keys;

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

/** Signing and checking the 115-byte payload of a transfer; the floor is 5,000 sr25519 checks a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignatureBenchmark {

  /** The scheme that is measured. */
  @Param public Scheme scheme = Scheme.SR25519;

  private KeyPair alice = KeyPair.ofSuri(Scheme.SR25519, "//Alice");
  private final byte[] payload = new byte[115];
  private byte[] account = {};
  private byte[] signature = {};

  @Setup
  public void sign() {
    alice = KeyPair.ofSuri(scheme, "//Alice");
    account = alice.accountIdBytes();
    signature = alice.sign(payload);
  }

  @Benchmark
  public byte[] signs() {
    return alice.sign(payload);
  }

  @Benchmark
  public boolean verifies() {
    return Verifier.verify(scheme, account, payload, signature);
  }
}

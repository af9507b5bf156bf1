package io.fairlead.runtime;

import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.MultiSignature;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A signed {@code submit_result} with one Uint64, from bytes and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {
  private final RuntimeTypes types = new RuntimeTypes(Profile.TANGLE_TESTNET);
  private final Extrinsic<Call> extrinsic = new Extrinsic.Signed<>(
      MultiAddress.of(DevGenesis.ALICE),
      new MultiSignature(Scheme.SR25519,
          Bytes.wrap(new byte[Scheme.SR25519.signatureLength()])),
      SignedExtra.of(Era.mortal(64, 42), 1_000),
      new ServicesCall.SubmitResult(1_000, 100_000, List.of(new Field.Uint64(49))));
  private final byte[] bytes = types.extrinsics().encode(extrinsic);

  @Benchmark
  public Decoded<Extrinsic<Call>> decode() {
    return types.extrinsics().decode(bytes);
  }

  @Benchmark
  public byte[] encode() {
    return types.extrinsics().encode(extrinsic);
  }

  @Benchmark
  public int size() {
    return types.extrinsics().size(extrinsic);
  }
}

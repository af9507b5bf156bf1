package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * What a call may use ({@code sp_weights::Weight}).
 *
 * @param refTime picoseconds on the reference machine, unsigned
 * @param proofSize bytes of storage proof, unsigned
 */
public record Weight(long refTime, long proofSize) {
  public static final Weight ZERO = new Weight(0, 0);

  /** Two compacts. */
  public static final Codec<Weight> CODEC = Codecs.struct("sp_weights::weight_v2::Weight",
      Fields.of(Weight::new, Fields.field("ref_time", Weight::refTime, Codecs.COMPACT_U64, "u64"),
          Fields.field("proof_size", Weight::proofSize, Codecs.COMPACT_U64, "u64")));

  /** Picoseconds of one read and one write of the chain's database (RocksDb). */
  private static final long READ = 25_000_000;
  private static final long WRITE = 100_000_000;

  /** Weight of picoseconds and proof bytes. */
  public static Weight of(long refTime, long proofSize) {
    return new Weight(refTime, proofSize);
  }

  /** This and so many reads and writes of the database. */
  public Weight readsWrites(int reads, int writes) {
    return new Weight(refTime + reads * READ + writes * WRITE, proofSize);
  }

  /** The sum, saturating at 2^64 − 1 in each part. */
  public Weight plus(Weight other) {
    return new Weight(saturatingPlus(refTime, other.refTime),
        saturatingPlus(proofSize, other.proofSize));
  }

  private static long saturatingPlus(long a, long b) {
    long sum = a + b;
    return Long.compareUnsigned(sum, a) < 0 ? -1 : sum;
  }
}

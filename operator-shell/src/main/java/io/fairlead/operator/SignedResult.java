package io.fairlead.operator;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * A signing record: the bytes that may leave, and until when they may be included.
 *
 * @param extrinsic with its length in front
 * @param nonce of the account
 * @param death first block in which it is no longer valid
 */
record SignedResult(Bytes extrinsic, long nonce, long death) {
  static final Codec<SignedResult> CODEC = Codecs.struct("fairlead::SignedResult",
      Fields.of(SignedResult::new,
          field("extrinsic", SignedResult::extrinsic,
              Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"),
          field("nonce", SignedResult::nonce, Codecs.U64, "u64"),
          field("death", SignedResult::death, Codecs.U64, "u64")));

  /** By which the pool and blocks know it. */
  Hash hash() {
    return ExtrinsicCodec.hash(extrinsic.array());
  }
}

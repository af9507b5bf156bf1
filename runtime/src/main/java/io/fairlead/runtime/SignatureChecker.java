package io.fairlead.runtime;

import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.extrinsic.AdditionalSigned;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.extrinsic.MetadataHashMode;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * The check of form and signature ({@code UncheckedExtrinsic::check}): lookup of the signer, what the
 * extensions sign additionally, the signature. In this order, as on chain.
 */
final class SignatureChecker implements ExtrinsicChecker {
  /** How many past block hashes the chain knows ({@code BlockHashCount}). */
  static final int BLOCK_HASH_COUNT = 256;

  private final Profile profile;
  private final ExtrinsicCodec<Call> codec;
  private final Hash genesis;

  SignatureChecker(Profile profile, ExtrinsicCodec<Call> codec, Hash genesis) {
    this.profile = profile;
    this.codec = codec;
    this.genesis = genesis;
  }

  @Override
  public Checked check(Bytes extrinsic, long best, BlockHashes hashes) {
    return switch (codec.decode(extrinsic.array())) {
      case Decoded.Malformed<Extrinsic<Call>> bad -> new Checked.Undecodable(bad.message());
      case Decoded.Value<Extrinsic<Call>>(Extrinsic<Call> decoded) -> switch (decoded) {
        case Extrinsic.Unsigned<Call>(Call call) -> new Checked.Good(
            new io.fairlead.runtime.Checked.Bare(extrinsic, hashOf(extrinsic), call));
        case Extrinsic.Signed<Call> signed -> check(extrinsic, signed, best + 1, hashes);
      };
    };
  }

  private static Hash hashOf(Bytes extrinsic) {
    return ExtrinsicCodec.hash(extrinsic.array());
  }

  private Checked check(Bytes bytes, Extrinsic.Signed<Call> signed, long current,
      BlockHashes hashes) {
    if (!(signed.address() instanceof MultiAddress.Id(AccountId signer))) {
      // Indices is the lookup on chain: it knows no other form, and has no entries here
      return new Checked.Bad(new Validity.Unknown(Validity.Unknown.CANNOT_LOOKUP));
    }
    long birth = signed.extra().era().birth(current);
    Hash birthHash = birthHash(birth, current, hashes);
    if (birthHash == null) {
      return new Checked.Bad(new Validity.Invalid(Validity.Kind.ANCIENT_BIRTH_BLOCK));
    }
    if (signed.extra().mode() == MetadataHashMode.ENABLED) {
      // the deployed runtime was built without a metadata hash: nothing to compare with
      return new Checked.Bad(new Validity.Unknown(Validity.Unknown.CANNOT_LOOKUP));
    }
    var additional = AdditionalSigned.mortal(profile.specVersion(), profile.transactionVersion(),
        genesis, birthHash);
    byte[] message = codec.payload(signed.call(), signed.extra(), additional).message();
    if (!signed.signature().verifies(signer, message)) {
      return new Checked.Bad(new Validity.Invalid(Validity.Kind.BAD_PROOF));
    }
    return new Checked.Good(new io.fairlead.runtime.Checked.Signed(bytes, hashOf(bytes),
        signed.call(), signer, signed.extra(), birth));
  }

  private @Nullable Hash birthHash(long birth, long current, BlockHashes hashes) {
    if (birth == 0) {
      return genesis;
    }
    return birth < current - 1 - BLOCK_HASH_COUNT || birth >= current ? null : hashes.of(birth);
  }
}

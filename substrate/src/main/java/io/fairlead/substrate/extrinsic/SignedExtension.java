package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed extension as metadata tells of it.
 *
 * @param identifier by which clients choose what to write
 * @param extra shape of its part of the extrinsic
 * @param additional shape of its part of the signed payload only
 */
public record SignedExtension(String identifier, Shape extra, Shape additional) {

  /** The extensions of the runtime in crate {@code tangle_testnet_runtime}. */
  public static final List<SignedExtension> TANGLE_TESTNET = tangle("tangle_testnet_runtime");

  /** Tangle's extensions in wire order; the last is defined in the crate of the runtime. */
  public static List<SignedExtension> tangle(String runtimeCrate) {
    String system = "frame_system::extensions::";
    Shape u32 = Codecs.U32.shape();
    Shape hash = Hash.CODEC.shape();
    return List.of(
        of("CheckNonZeroSender", system + "check_non_zero_sender::", null, Shape.UNIT),
        of("CheckSpecVersion", system + "check_spec_version::", null, u32),
        of("CheckTxVersion", system + "check_tx_version::", null, u32),
        of("CheckGenesis", system + "check_genesis::", null, hash),
        of("CheckMortality", system + "check_mortality::",
            new Shape.Field(null, Era.CODEC.shape(), "Era"), hash),
        of("CheckNonce", system + "check_nonce::",
            new Shape.Field(null, Codecs.COMPACT_U32.shape(), "T::Nonce"), Shape.UNIT),
        of("CheckWeight", system + "check_weight::", null, Shape.UNIT),
        of("ChargeTransactionPayment", "pallet_transaction_payment::",
            new Shape.Field(null, Balance.COMPACT.shape(), "BalanceOf<T>"), Shape.UNIT),
        of("CheckMetadataHash", "frame_metadata_hash_extension::",
            new Shape.Field("mode", MetadataHashMode.CODEC.shape(), "Mode"),
            Codecs.option(Codecs.rawBytes(32)).shape()),
        of("CheckNominatedRestaked", runtimeCrate + "::extension::", null, Shape.UNIT));
  }

  private static SignedExtension of(String name, String module, Shape.@Nullable Field field,
      Shape additional) {
    return new SignedExtension(name, new Shape.Composite(module + name,
        List.of(Shape.skipped("T")), field == null ? List.of() : List.of(field)), additional);
  }

  /** Shape of the part of {@code extensions} in the extrinsic: the tuple of theirs. */
  public static Shape extraShape(List<SignedExtension> extensions) {
    return new Shape.Tuple(extensions.stream().map(SignedExtension::extra).toList());
  }
}

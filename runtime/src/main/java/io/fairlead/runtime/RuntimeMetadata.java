package io.fairlead.runtime;

import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.primitive.Bytes;

/** Metadata of a runtime, made from what its pallets and APIs declare. The same under all rules. */
public final class RuntimeMetadata {
  private RuntimeMetadata() {}

  /** The encoded metadata of {@code version} 14 or 15; once for the testnet's profile, else anew. */
  static Bytes of(RuntimeTypes types, int version) {
    if (types.profile().equals(Profile.TANGLE_TESTNET)) {
      return version == 14 ? Fourteen.BYTES : Fifteen.BYTES;
    }
    return encoded(declaration(types), version);
  }

  /** Everything that metadata of {@code profile} is written from. */
  public static RuntimeDeclaration declaration(Profile profile) {
    return declaration(new RuntimeTypes(profile));
  }

  private static RuntimeDeclaration declaration(RuntimeTypes types) {
    var wiring = new Wiring(types, Rules.REPAIRED);
    var apis = new RuntimeApis(wiring, new TangleEngine(wiring));
    return new RuntimeDeclaration(types.profile().crate(), wiring.declarations(),
        SignedExtension.tangle(types.profile().crate()), apis.declarations());
  }

  private static Bytes encoded(RuntimeDeclaration declaration, int version) {
    Metadata metadata = version == 14 ? MetadataWriter.v14(declaration)
        : MetadataWriter.v15(declaration);
    return Bytes.wrap(Metadata.CODEC.encode(metadata));
  }

  /** Made when first asked for. */
  private static final class Fourteen {
    static final Bytes BYTES = encoded(declaration(Profile.TANGLE_TESTNET), 14);
  }

  /** Made when first asked for. */
  private static final class Fifteen {
    static final Bytes BYTES = encoded(declaration(Profile.TANGLE_TESTNET), 15);
  }
}

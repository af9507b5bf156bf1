package io.fairlead.runtime;

import io.fairlead.substrate.extrinsic.SignedExtension;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.primitive.Bytes;

/** Metadata of a runtime, made from what its pallets and APIs declare. The same under all rules. */
public final class RuntimeMetadata {
  private RuntimeMetadata() {}

  /** The encoded metadata of {@code version} 14 or 15, made once for the testnet's profile. */
  static Bytes of(RuntimeTypes types, int version) {
    if (types.profile().equals(Profile.TANGLE_TESTNET)) {
      return version == 14 ? Testnet.V14 : Testnet.V15;
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

  /** Made when first asked for: a second of work that most nodes do once. */
  private static final class Testnet {
    private static final RuntimeDeclaration DECLARATION = declaration(Profile.TANGLE_TESTNET);
    static final Bytes V14 = encoded(DECLARATION, 14);
    static final Bytes V15 = encoded(DECLARATION, 15);
  }
}

package io.fairlead.runtime.system;

import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The SCALE form of a version, as {@code Core_version} and the constant Version have it. */
public final class RuntimeVersionCodec {
  private RuntimeVersionCodec() {}

  /** {@code sp_version::RuntimeVersion}. */
  public static final Codec<RuntimeVersion> CODEC = codec();

  private static Codec<RuntimeVersion> codec() {
    Codec<String> id = Codecs.rawBytes(8).as(Hex::of, Hex::bytes);
    Codec<RuntimeVersion.Api> api =
        Codecs.pair(id, unsigned(), RuntimeVersion.Api::new, RuntimeVersion.Api::id,
            RuntimeVersion.Api::version);
    Codec<List<RuntimeVersion.Api>> plain = Codecs.list(api);
    Codec<List<RuntimeVersion.Api>> apis =
        plain.shaped(new Shape.Composite("Cow", List.of(Shape.param("T", plain.shape())),
            List.of(new Shape.Field(null, plain.shape(), null))));
    return Codecs.struct("sp_version::RuntimeVersion",
        Fields.of(RuntimeVersion::new,
            Fields.field("spec_name", RuntimeVersion::specName, Codecs.STRING, "RuntimeString"),
            Fields.field("impl_name", RuntimeVersion::implName, Codecs.STRING, "RuntimeString"),
            Fields.field("authoring_version", RuntimeVersion::authoringVersion, unsigned(), "u32"),
            Fields.field("spec_version", RuntimeVersion::specVersion, unsigned(), "u32"),
            Fields.field("impl_version", RuntimeVersion::implVersion, unsigned(), "u32"),
            Fields.field("apis", RuntimeVersion::apis, apis, "ApisVec"),
            Fields.field("transaction_version", RuntimeVersion::transactionVersion, unsigned(),
                "u32"),
            Fields.field("state_version", RuntimeVersion::stateVersion, Codecs.U8, "u8")));
  }

  private static Codec<Integer> unsigned() {
    return Codecs.U32.as(Long::intValue, Integer::toUnsignedLong);
  }
}

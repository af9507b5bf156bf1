package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/** What a blueprint says of itself ({@code tangle_primitives::services::service::ServiceMetadata}). */
public record ServiceMetadata(Bytes name, @Nullable Bytes description, @Nullable Bytes author,
    @Nullable Bytes category, @Nullable Bytes codeRepository, @Nullable Bytes logo,
    @Nullable Bytes website, @Nullable Bytes license) {

  static final Codec<Bytes> TEXT = BoundedString.codec(Limits.METADATA_LENGTH_MAX);
  static final Codec<@Nullable Bytes> OPTIONAL_TEXT = Codecs.option(TEXT);
  private static final String NAME = "Option<BoundedString<C::MaxMetadataLength>>";

  /** A blueprint that tells only its name. */
  public static ServiceMetadata named(String name) {
    return new ServiceMetadata(Bytes.utf8(name), null, null, null, null, null, null, null);
  }

  /** Fields in order. */
  public static final Codec<ServiceMetadata> CODEC =
      Codecs.struct("tangle_primitives::services::service::ServiceMetadata",
          Fields.of(ServiceMetadata::new,
              field("name", ServiceMetadata::name, TEXT, "BoundedString<C::MaxMetadataLength>"),
              field("description", ServiceMetadata::description, OPTIONAL_TEXT, NAME),
              field("author", ServiceMetadata::author, OPTIONAL_TEXT, NAME),
              field("category", ServiceMetadata::category, OPTIONAL_TEXT, NAME),
              field("code_repository", ServiceMetadata::codeRepository, OPTIONAL_TEXT, NAME),
              field("logo", ServiceMetadata::logo, OPTIONAL_TEXT, NAME),
              field("website", ServiceMetadata::website, OPTIONAL_TEXT, NAME),
              field("license", ServiceMetadata::license, OPTIONAL_TEXT, NAME)),
          Shape.skipped("C"));
}

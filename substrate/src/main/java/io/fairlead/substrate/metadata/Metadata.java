package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a runtime. Every type id in a decoded one is the place of a type in {@code types}.
 *
 * @param version 14 or 15
 * @param types the registry
 * @param runtimeType type id of the runtime itself
 * @param apis runtime APIs; none in V14
 * @param outerEnums null in V14
 * @param custom values that a chain adds; none in V14
 */
public record Metadata(int version, List<Type> types, List<PalletMetadata> pallets,
    ExtrinsicMetadata extrinsic, int runtimeType, List<RuntimeApi> apis,
    @Nullable OuterEnums outerEnums, List<Custom> custom) {

  /** {@code meta}, the version, and the form of that version. */
  public static final Codec<Metadata> CODEC = new MetadataCodec();

  public Metadata {
    types = List.copyOf(types);
    pallets = List.copyOf(pallets);
    apis = List.copyOf(apis);
    custom = List.copyOf(custom);
  }

  /** Type ids of the enums over all pallets. */
  public record OuterEnums(int call, int event, int error) {}

  /** A value of the chain's own. */
  public record Custom(String name, int type, Bytes value) {}

  /** The metadata that {@code bytes} encode ({@code RuntimeMetadataPrefixed}, not wrapped). */
  public static Decoded<Metadata> decode(byte[] bytes) {
    return CODEC.decode(bytes);
  }

  /** The encoded form. */
  public byte[] encode() {
    return CODEC.encode(this);
  }

  /** The type of an id of this metadata. */
  public Type type(int id) {
    return types.get(id);
  }

  /** The pallet of that name. */
  public Optional<PalletMetadata> pallet(String name) {
    return pallets.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The pallet of that index. */
  public Optional<PalletMetadata> pallet(int index) {
    return pallets.stream().filter(p -> p.index() == index).findFirst();
  }

  /** The storage item of a pallet. */
  public Optional<PalletMetadata.Entry> entry(String pallet, String item) {
    return pallet(pallet).flatMap(p -> p.entry(item));
  }

  /** The call of a pallet by its name on chain, such as {@code transfer_keep_alive}. */
  public Optional<TypeDef.Case> call(String pallet, String name) {
    return pallet(pallet).flatMap(p -> named(p.calls(), name));
  }

  /** The call behind two indices. */
  public Optional<TypeDef.Case> call(int pallet, int index) {
    return pallet(pallet).flatMap(p -> indexed(p.calls(), index));
  }

  /** The event behind two indices. */
  public Optional<TypeDef.Case> event(int pallet, int index) {
    return pallet(pallet).flatMap(p -> indexed(p.events(), index));
  }

  /** The error behind the indices of a module error; {@code index} is its first byte. */
  public Optional<TypeDef.Case> error(int pallet, int index) {
    return pallet(pallet).flatMap(p -> indexed(p.errors(), index));
  }

  private Optional<TypeDef.Case> named(@Nullable Integer type, String name) {
    return cases(type).stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private Optional<TypeDef.Case> indexed(@Nullable Integer type, int index) {
    return cases(type).stream().filter(c -> c.index() == index).findFirst();
  }

  /** The variants of an enum; none for null and for other types. */
  public List<TypeDef.Case> cases(@Nullable Integer type) {
    return type != null && type(type).def() instanceof TypeDef.Variant(List<TypeDef.Case> cases)
        ? cases : List.of();
  }
}

package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.hash.Keccak;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What an operator would do a service for, which it signs off chain
 * ({@code tangle_primitives::services::pricing::PricingQuote}).
 *
 * @param blueprintId of what blueprint, u64
 * @param ttlBlocks for how many blocks
 * @param totalCostRate planck a block
 * @param timestamp when it was made, in the operator's own unit
 * @param expiry until when it holds, in the same unit
 * @param resources what the rate is made of
 * @param securityCommitments what the operator would expose
 */
public record PricingQuote(long blueprintId, long ttlBlocks, Balance totalCostRate,
    long timestamp, long expiry, List<ResourcePricing> resources,
    List<AssetSecurityCommitment> securityCommitments) {

  public PricingQuote {
    resources = List.copyOf(resources);
    securityCommitments = List.copyOf(securityCommitments);
  }

  /** Fields in order. */
  public static final Codec<PricingQuote> CODEC =
      Codecs.struct("tangle_primitives::services::pricing::PricingQuote",
          Fields.of(PricingQuote::new,
              field("blueprint_id", PricingQuote::blueprintId, Codecs.U64, "u64"),
              field("ttl_blocks", PricingQuote::ttlBlocks, Codecs.U64, "u64"),
              field("total_cost_rate", PricingQuote::totalCostRate, Balance.CODEC, "u128"),
              field("timestamp", PricingQuote::timestamp, Codecs.U64, "u64"),
              field("expiry", PricingQuote::expiry, Codecs.U64, "u64"),
              field("resources", PricingQuote::resources,
                  Codecs.boundedVec(ResourcePricing.CODEC, Limits.OPERATORS_PER_SERVICE_MAX),
                  "BoundedVec<ResourcePricing<C>, C::MaxOperatorsPerService>"),
              field("security_commitments", PricingQuote::securityCommitments,
                  Codecs.boundedVec(AssetSecurityCommitment.CODEC,
                      Limits.OPERATORS_PER_SERVICE_MAX),
                  "BoundedVec<AssetSecurityCommitment<u128>, C::MaxOperatorsPerService>")),
          Shape.skipped("C"));

  /**
   * Keccak-256 of the encoded quote ({@code hash_pricing_quote}), 32 bytes. What is signed is the
   * blake2-256 of it, as with every ECDSA signature of the chain.
   */
  public byte[] digest() {
    return Keccak.hash256(CODEC.encode(this));
  }

  /** A part of a rate: {@code count} units of {@code kind} at {@code pricePerUnitRate} planck a block. */
  public record ResourcePricing(Bytes kind, long count, Balance pricePerUnitRate) {
    /** Fields in order. */
    public static final Codec<ResourcePricing> CODEC =
        Codecs.struct("tangle_primitives::services::pricing::ResourcePricing",
            Fields.of(ResourcePricing::new,
                field("kind", ResourcePricing::kind,
                    BoundedString.codec(Limits.RESOURCE_NAME_LENGTH_MAX),
                    "BoundedString<C::MaxResourceNameLength>"),
                field("count", ResourcePricing::count, Codecs.U64, "u64"),
                field("price_per_unit_rate", ResourcePricing::pricePerUnitRate, Balance.CODEC,
                    "u128")),
            Shape.skipped("C"));
  }
}

package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many operators a service needs, and whether they may come and go
 * ({@code tangle_primitives::services::types::MembershipModel}).
 */
public sealed interface MembershipModel {
  /** How many approvals start the service, u32. */
  long minOperators();

  /** The operators of the start stay. */
  record Fixed(long minOperators) implements MembershipModel {}

  /** Operators join and leave, up to {@code maxOperators} (u32) if there is a maximum. */
  record Dynamic(long minOperators, @Nullable Long maxOperators) implements MembershipModel {}

  /** One byte of index, then the payload. */
  Codec<MembershipModel> CODEC = Codecs.enumOf(
      "tangle_primitives::services::types::MembershipModel", List.of(),
      variant(0, "Fixed", Fixed.class,
          Fields.of(Fixed::new, field("min_operators", Fixed::minOperators, Codecs.U32, "u32"))),
      variant(1, "Dynamic", Dynamic.class,
          Fields.of(Dynamic::new,
              field("min_operators", Dynamic::minOperators, Codecs.U32, "u32"),
              field("max_operators", Dynamic::maxOperators, Codecs.option(Codecs.U32),
                  "Option<u32>"))));

  /** A membership model without its numbers, as a blueprint lists them. */
  enum Type {
    FIXED("Fixed"), DYNAMIC("Dynamic");

    /** One byte. */
    public static final Codec<Type> CODEC =
        Codecs.plainEnum("tangle_primitives::services::types::MembershipModelType", values(),
            Type::ordinal, t -> t.chainName);

    private final String chainName;

    Type(String chainName) {
      this.chainName = chainName;
    }
  }
}

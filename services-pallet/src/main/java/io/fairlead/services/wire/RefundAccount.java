package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** An account of either world ({@code tangle_primitives::types::Account}). */
public sealed interface RefundAccount {
  /** An account of the chain. */
  record Id(AccountId who) implements RefundAccount {}

  /** An account of the EVM. */
  record Address(EvmAddress address) implements RefundAccount {}

  /** One byte of index, then the payload. */
  Codec<RefundAccount> CODEC = Codecs.enumOf("tangle_primitives::types::Account",
      List.of(Shape.param("AccountId", AccountId.CODEC.shape())),
      variant(0, "Id", Id.class,
          Fields.of(Id::new, field(null, Id::who, AccountId.CODEC, "AccountId"))),
      variant(1, "Address", Address.class, Fields.of(Address::new,
          field(null, Address::address, EvmAddress.CODEC, "sp_core::H160"))));
}

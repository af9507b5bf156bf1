package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Who may have a pool's commission paid out ({@code CommissionClaimPermission}). */
public sealed interface ClaimedBy {
  /** Anybody. */
  record Anybody() implements ClaimedBy {}

  /** An account, and the root. */
  record Account(AccountId account) implements ClaimedBy {}

  ClaimedBy ANYBODY = new Anybody();

  /** One byte of index, then the account. */
  EnumCodec<ClaimedBy> CODEC =
      Codecs.enumOf("pallet_tangle_lst::types::commission::CommissionClaimPermission",
          List.of(Shape.param("AccountId", AccountId.CODEC.shape())),
          variant(0, "Permissionless", Anybody.class, new Anybody()),
          variant(1, "Account", Account.class, Fields.of(Account::new,
              field(null, Account::account, AccountId.CODEC, "AccountId"))));
}

package io.fairlead.runtime.balances;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A lock on an account ({@code pallet_balances::BalanceLock}).
 *
 * @param id eight bytes: whose it is
 * @param amount planck that must stay, free and reserved together
 * @param reasons what it forbids
 */
record BalanceLock(Bytes id, Balance amount, Reasons reasons) {

  /** What a lock forbids. */
  enum Reasons {
    FEE("Fee"), MISC("Misc"), ALL("All");

    static final Codec<Reasons> CODEC = Codecs.plainEnum("pallet_balances::types::Reasons",
        values(), Reasons::ordinal, r -> r.chainName);

    private final String chainName;

    Reasons(String chainName) {
      this.chainName = chainName;
    }
  }

  private static final Codec<BalanceLock> CODEC =
      Codecs.struct("pallet_balances::types::BalanceLock",
          Fields.of(BalanceLock::new,
              Fields.field("id", BalanceLock::id, BalancesStorage.ID, "LockIdentifier"),
              Fields.field("amount", BalanceLock::amount, Balance.CODEC, "Balance"),
              Fields.field("reasons", BalanceLock::reasons, Reasons.CODEC, "Reasons")),
          Shape.param("Balance", Balance.CODEC.shape()));

  /** All locks of an account: the bound of the type is weak, more than it are kept. */
  static final Codec<List<BalanceLock>> LIST = Codecs.list(CODEC).shaped(Codecs
      .bounded("bounded_collections::weak_bounded_vec::WeakBoundedVec", CODEC.shape(), "Vec<T>"));
}

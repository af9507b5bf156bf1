package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Where the rewards of a stash go ({@code pallet_staking::RewardDestination}). */
public sealed interface RewardDestination {
  /** To the stash, bonded at once. */
  record Staked() implements RewardDestination {}

  /** To the stash, free. */
  record Stash() implements RewardDestination {}

  /** To the controller; no longer allowed. */
  record Controller() implements RewardDestination {}

  /** To another account. */
  record Account(AccountId account) implements RewardDestination {}

  /** Nowhere. */
  record None() implements RewardDestination {}

  RewardDestination STAKED = new Staked();
  RewardDestination STASH = new Stash();
  RewardDestination CONTROLLER = new Controller();
  RewardDestination NONE = new None();

  /** One byte of index, then the account. */
  EnumCodec<RewardDestination> CODEC = Codecs.enumOf("pallet_staking::RewardDestination",
      List.of(Shape.param("AccountId", AccountId.CODEC.shape())),
      variant(0, "Staked", Staked.class, new Staked()),
      variant(1, "Stash", Stash.class, new Stash()),
      variant(2, "Controller", Controller.class, new Controller()),
      variant(3, "Account", Account.class,
          Fields.of(Account::new, field(null, Account::account, AccountId.CODEC, "AccountId"))),
      variant(4, "None", None.class, new None()));
}

package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in a pool.
 *
 * @param depositor who made it; never changes
 * @param root may do everything; null: nobody
 * @param nominator may nominate and chill
 * @param bouncer may change the state and put members out of a blocked pool
 */
public record PoolRoles(AccountId depositor, @Nullable AccountId root,
    @Nullable AccountId nominator, @Nullable AccountId bouncer) {
  private static final String OPTION = "Option<AccountId>";

  /** Fields in order. */
  public static final Codec<PoolRoles> CODEC =
      Codecs.struct("pallet_tangle_lst::types::pools::PoolRoles",
          Fields.of(PoolRoles::new,
              field("depositor", PoolRoles::depositor, AccountId.CODEC, "AccountId"),
              field("root", PoolRoles::root, Codecs.option(AccountId.CODEC), OPTION),
              field("nominator", PoolRoles::nominator, Codecs.option(AccountId.CODEC), OPTION),
              field("bouncer", PoolRoles::bouncer, Codecs.option(AccountId.CODEC), OPTION)),
          Shape.param("AccountId", AccountId.CODEC.shape()));

  /** Whether {@code who} is the root. */
  public boolean isRoot(AccountId who) {
    return who.equals(root);
  }

  /** Whether {@code who} is root or nominator. */
  public boolean mayNominate(AccountId who) {
    return isRoot(who) || who.equals(nominator);
  }

  /** Whether {@code who} is root or bouncer. */
  public boolean mayBlock(AccountId who) {
    return isRoot(who) || who.equals(bouncer);
  }
}

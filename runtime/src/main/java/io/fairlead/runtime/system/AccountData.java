package io.fairlead.runtime.system;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * The money of an account in planck ({@code pallet_balances::AccountData}). Balances owns it, System
 * stores it.
 *
 * @param free what the account can spend, less what {@code frozen} holds back
 * @param reserved what others hold of it
 * @param frozen lower bound of free and reserved together
 * @param flags bit 127: the account knows of reference counts
 */
public record AccountData(Balance free, Balance reserved, Balance frozen, Balance flags) {
  private static final Balance NEW_LOGIC = new Balance(Long.MIN_VALUE, 0);

  /** Nothing, in the new logic. */
  public static final AccountData NONE =
      new AccountData(Balance.ZERO, Balance.ZERO, Balance.ZERO, NEW_LOGIC);

  private static final Codec<Balance> FLAGS =
      Balance.CODEC.shaped(new Shape.Composite("pallet_balances::types::ExtraFlags", List.of(),
          List.of(new Shape.Field(null, Balance.CODEC.shape(), "u128"))));

  /** Four u128. */
  public static final Codec<AccountData> CODEC =
      Codecs.struct("pallet_balances::types::AccountData",
          Fields.of(AccountData::new,
              Fields.field("free", AccountData::free, Balance.CODEC, "Balance"),
              Fields.field("reserved", AccountData::reserved, Balance.CODEC, "Balance"),
              Fields.field("frozen", AccountData::frozen, Balance.CODEC, "Balance"),
              Fields.field("flags", AccountData::flags, FLAGS, "ExtraFlags")),
          Shape.param("Balance", Balance.CODEC.shape()));

  /** An account that has {@code free} planck and nothing else. */
  public static AccountData of(Balance free) {
    return new AccountData(free, Balance.ZERO, Balance.ZERO, NEW_LOGIC);
  }

  /** Whether bit 127 of the flags is set. */
  public boolean isNewLogic() {
    return flags.high() < 0;
  }

  /** The same with bit 127 of the flags. */
  public AccountData newLogic() {
    return new AccountData(free, reserved, frozen,
        new Balance(flags.high() | Long.MIN_VALUE, flags.low()));
  }

  /** The same with other free planck. */
  public AccountData withFree(Balance next) {
    return new AccountData(next, reserved, frozen, flags);
  }

  /** The same with other free and reserved planck. */
  public AccountData with(Balance nextFree, Balance nextReserved) {
    return new AccountData(nextFree, nextReserved, frozen, flags);
  }

  /** The same with other frozen planck. */
  public AccountData withFrozen(Balance next) {
    return new AccountData(free, reserved, next, flags);
  }

  /** Free and reserved planck together. */
  public Balance total() {
    return free.saturatingPlus(reserved);
  }

  /** Whether this is {@link #NONE}: what stands where there is no account. */
  public boolean isNone() {
    return free.isZero() && reserved.isZero() && frozen.isZero()
        && flags.high() == Long.MIN_VALUE && flags.low() == 0;
  }

  /** Whether something is reserved or frozen, which needs a consumer reference. */
  public boolean consumes() {
    return !reserved.isZero() || !frozen.isZero();
  }
}

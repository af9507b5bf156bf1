package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.function.Predicate;

/** Who dispatches a call ({@code RuntimeOrigin}). */
public sealed interface Origin {
  /** The chain itself. */
  record Root() implements Origin {}

  /** An account that signed, or stands for one that did. */
  record Signed(AccountId who) implements Origin {}

  /** Nobody: inherents and other unsigned extrinsics. */
  record None() implements Origin {}

  /**
   * So many members of the council agree ({@code pallet_collective::RawOrigin::Members}).
   *
   * @param ayes who agree, u32
   * @param members who could, u32
   */
  record Council(long ayes, long members) implements Origin {}

  /** One member of the council. */
  record CouncilMember(AccountId who) implements Origin {}

  /** The sender of a transaction of the EVM. */
  record Ethereum(EvmAddress from) implements Origin {}

  /**
   * Another origin that may dispatch less ({@code OriginTrait::add_filter}).
   *
   * @param of the other
   * @param passes calls that it may still dispatch
   */
  record Filtered(Origin of, Predicate<Call> passes) implements Origin {}

  Origin ROOT = new Root();
  Origin NONE = new None();

  /** The origin of {@code who}. */
  static Origin signed(AccountId who) {
    return new Signed(who);
  }

  /** Who it is, whatever it may dispatch. */
  default Origin caller() {
    return this instanceof Filtered(Origin of, var passes) ? of.caller() : this;
  }

  /** Whether no filter that was added stops {@code call}. */
  default boolean passes(Call call) {
    return !(this instanceof Filtered(Origin of, Predicate<Call> passes))
        || passes.test(call) && of.passes(call);
  }

  /** Another caller under the filters of this one ({@code OriginTrait::set_caller_from}). */
  default Origin withCaller(Origin caller) {
    return this instanceof Filtered(Origin of, Predicate<Call> passes)
        ? new Filtered(of.withCaller(caller), passes) : caller;
  }

  /** The signer; any other origin is refused with {@code BadOrigin}. */
  default AccountId ensureSigned() {
    if (this instanceof Signed(AccountId who)) {
      return who;
    }
    if (caller() instanceof Signed(AccountId who)) {
      return who;
    }
    throw DispatchError.BAD_ORIGIN.refusal();
  }

  /** Whether it is the chain itself. */
  default boolean isRoot() {
    return caller() instanceof Root;
  }

  /** Root; any other origin is refused with {@code BadOrigin}. */
  default void ensureRoot() {
    Refusal.ensure(isRoot(), DispatchError.BAD_ORIGIN);
  }

  /** Nobody; any other origin is refused with {@code BadOrigin}. */
  default void ensureNone() {
    Refusal.ensure(caller() instanceof None, DispatchError.BAD_ORIGIN);
  }

  /** Whether it is Root or more than half of the council ({@code EnsureProportionMoreThan<.., 1, 2>}). */
  default boolean isRootOrHalf() {
    return caller() instanceof Root
        || caller() instanceof Council(long ayes, long members) && ayes * 2 > members;
  }

  /** Root or more than half of the council; any other origin is refused with {@code BadOrigin}. */
  default void ensureRootOrHalf() {
    Refusal.ensure(isRootOrHalf(), DispatchError.BAD_ORIGIN);
  }
}

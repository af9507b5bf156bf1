package io.fairlead.substrate.pallet;

import org.jspecify.annotations.Nullable;

/**
 * What a call tells after it ran ({@code PostDispatchInfo}).
 *
 * @param actual weight really used; null: as declared
 * @param pays whether the fee is due
 */
public record PostDispatch(@Nullable Weight actual, boolean pays) {
  /** As declared, fee due. */
  public static final PostDispatch AS_DECLARED = new PostDispatch(null, true);
  /** As declared, no fee. */
  public static final PostDispatch FREE = new PostDispatch(null, false);

  /** What {@code outcome} tells. */
  public static PostDispatch of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(PostDispatch post) -> post;
      case Outcome.Refused(DispatchError error, PostDispatch post) -> post;
    };
  }
}

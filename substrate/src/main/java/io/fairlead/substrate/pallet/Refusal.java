package io.fairlead.substrate.pallet;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a caller broke. Stackless and preallocated; caught only by the three methods of
 * {@link Block}, which say what becomes of the writes made before.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DispatchError error;
  private final transient @Nullable PostDispatch post;

  /** The refusal of {@code error}; kept by the error, not made per throw. */
  public Refusal(DispatchError error) {
    this(error, null);
  }

  /** A refusal that tells weight or fee of what ran before it ({@code DispatchErrorWithPostInfo}). */
  public Refusal(DispatchError error, @Nullable PostDispatch post) {
    super(null, null, false, false);
    this.error = error;
    this.post = post;
  }

  /** What was refused. */
  public DispatchError error() {
    return error;
  }

  /** Weight and fee after dispatch. */
  public PostDispatch post() {
    return post == null ? PostDispatch.AS_DECLARED : post;
  }

  @Override
  public String getMessage() { return error.toString(); }

  /** Refuses with {@code error} unless {@code condition} holds. */
  public static void ensure(boolean condition, PalletError error) {
    if (!condition) {
      throw error.refusal();
    }
  }

  /** Refuses with {@code error} unless {@code condition} holds. */
  public static void ensure(boolean condition, DispatchError error) {
    if (!condition) {
      throw error.refusal();
    }
  }
}

package io.fairlead.runtime.engine;

import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/** What {@code TaggedTransactionQueue_validate_transaction} answers. */
public sealed interface Validity {
  /**
   * May be included.
   *
   * @param priority higher goes first, unsigned
   * @param requires tags that must have been provided before
   * @param provides tags that this extrinsic provides
   * @param longevity blocks for which this holds, unsigned
   */
  record Valid(long priority, List<Bytes> requires, List<Bytes> provides, long longevity,
      boolean propagate) implements Validity {}

  /** May not be included: {@code TransactionValidityError}. */
  sealed interface Unfit extends Validity {}

  /** {@code InvalidTransaction} with its index on the wire; {@code custom} only for CUSTOM. */
  record Invalid(Kind kind, int custom) implements Unfit {
    /** Without a custom code. */
    public Invalid(Kind kind) {
      this(kind, 0);
    }
  }

  /** {@code UnknownTransaction}: 0 CannotLookup, 1 NoUnsignedValidator, 2 Custom. */
  record Unknown(int index) implements Unfit {
    /** A lookup failed. */
    public static final int CANNOT_LOOKUP = 0;
    /** Nobody validates this unsigned call. */
    public static final int NO_UNSIGNED_VALIDATOR = 1;
  }

  /** Variants of {@code InvalidTransaction}; the ordinal is the index. */
  enum Kind {
    CALL, PAYMENT, FUTURE, STALE, BAD_PROOF, ANCIENT_BIRTH_BLOCK, EXHAUSTS_RESOURCES, CUSTOM,
    BAD_MANDATORY, MANDATORY_VALIDATION, BAD_SIGNER
  }
}

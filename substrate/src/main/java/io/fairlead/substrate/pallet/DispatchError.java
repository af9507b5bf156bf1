package io.fairlead.substrate.pallet;

/** Why a call was refused ({@code sp_runtime::DispatchError}). */
public sealed interface DispatchError {

  /** The preallocated refusal of this error. */
  Refusal refusal();

  /** An error of a pallet; the profile knows the pallet's index. */
  record Module(PalletError error) implements DispatchError {
    @Override
    public Refusal refusal() {
      return error.refusal();
    }

    @Override
    public String toString() {
      return error.pallet() + "." + error.chainName();
    }
  }

  /** The errors that stand for themselves, with the index of their variant on the wire. */
  enum Plain implements DispatchError {
    OTHER(0, "Other"), CANNOT_LOOKUP(1, "CannotLookup"), BAD_ORIGIN(2, "BadOrigin"),
    CONSUMER_REMAINING(4, "ConsumerRemaining"), NO_PROVIDERS(5, "NoProviders"),
    TOO_MANY_CONSUMERS(6, "TooManyConsumers"), EXHAUSTED(10, "Exhausted"),
    CORRUPTION(11, "Corruption"), UNAVAILABLE(12, "Unavailable"),
    ROOT_NOT_ALLOWED(13, "RootNotAllowed");

    private final int index;
    private final String chainName;
    private final Refusal refusal = new Refusal(this);

    Plain(int index, String chainName) {
      this.index = index;
      this.chainName = chainName;
    }

    /** Index in {@code DispatchError}. */
    public int index() {
      return index;
    }

    @Override
    public Refusal refusal() {
      return refusal;
    }

    @Override
    public String toString() {
      return chainName;
    }
  }

  /** {@code sp_runtime::TokenError}; the ordinal is the index. */
  enum Token implements DispatchError {
    FUNDS_UNAVAILABLE("FundsUnavailable"), ONLY_PROVIDER("OnlyProvider"),
    BELOW_MINIMUM("BelowMinimum"), CANNOT_CREATE("CannotCreate"), UNKNOWN_ASSET("UnknownAsset"),
    FROZEN("Frozen"), UNSUPPORTED("Unsupported"), CANNOT_CREATE_HOLD("CannotCreateHold"),
    NOT_EXPENDABLE("NotExpendable"), BLOCKED("Blocked");

    private final String chainName;
    private final Refusal refusal = new Refusal(this);

    Token(String chainName) {
      this.chainName = chainName;
    }

    /** Name of the variant on chain. */
    public String chainName() {
      return chainName;
    }

    @Override
    public Refusal refusal() {
      return refusal;
    }

    @Override
    public String toString() {
      return "Token(" + chainName + ")";
    }
  }

  /** {@code sp_arithmetic::ArithmeticError}; the ordinal is the index. */
  enum Arithmetic implements DispatchError {
    UNDERFLOW("Underflow"), OVERFLOW("Overflow"), DIVISION_BY_ZERO("DivisionByZero");

    private final String chainName;
    private final Refusal refusal = new Refusal(this);

    Arithmetic(String chainName) {
      this.chainName = chainName;
    }

    /** Name of the variant on chain. */
    public String chainName() {
      return chainName;
    }

    @Override
    public Refusal refusal() {
      return refusal;
    }

    @Override
    public String toString() {
      return "Arithmetic(" + chainName + ")";
    }
  }

  /** {@code sp_runtime::TransactionalError}; the ordinal is the index. */
  enum Transactional implements DispatchError {
    LIMIT_REACHED("LimitReached"), NO_LAYER("NoLayer");

    private final String chainName;
    private final Refusal refusal = new Refusal(this);

    Transactional(String chainName) {
      this.chainName = chainName;
    }

    /** Name of the variant on chain. */
    public String chainName() {
      return chainName;
    }

    @Override
    public Refusal refusal() {
      return refusal;
    }

    @Override
    public String toString() {
      return "Transactional(" + chainName + ")";
    }
  }

  DispatchError BAD_ORIGIN = Plain.BAD_ORIGIN;
}

package io.fairlead.runtime.session;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of Session; the ordinal is the index. */
public enum SessionError implements PalletError {
  INVALID_PROOF("InvalidProof"), NO_ASSOCIATED_VALIDATOR_ID("NoAssociatedValidatorId"),
  DUPLICATED_KEY("DuplicatedKey"), NO_KEYS("NoKeys"), NO_ACCOUNT("NoAccount");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_session::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  SessionError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return SessionStorage.PALLET;
  }

  @Override
  public int index() {
    return ordinal();
  }

  @Override
  public String chainName() {
    return chainName;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}

package io.fairlead.runtime.indices;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of Indices; the ordinal is the index. */
public enum IndicesError implements PalletError {
  /** Nobody has the index. */
  NOT_ASSIGNED("NotAssigned"),
  /** Another account has it. */
  NOT_OWNER("NotOwner"),
  /** Somebody has it already. */
  IN_USE("InUse"),
  /** From an account to itself. */
  NOT_TRANSFER("NotTransfer"),
  /** It stays where it is for good. */
  PERMANENT("Permanent");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_indices::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  IndicesError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return IndicesCall.PALLET;
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

package io.fairlead.runtime.sudo;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The error of Sudo. */
public enum SudoError implements PalletError {
  /** The signer is not the key. */
  REQUIRE_SUDO("RequireSudo");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_sudo::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  SudoError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return SudoCall.PALLET;
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

package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of System; the ordinal is the index. None is raised by the calls present. */
public enum SystemError implements PalletError {
  INVALID_SPEC_NAME("InvalidSpecName"), SPEC_VERSION_NEEDS_TO_INCREASE(
      "SpecVersionNeedsToIncrease"),
  FAILED_TO_EXTRACT_RUNTIME_VERSION(
      "FailedToExtractRuntimeVersion"),
  NON_DEFAULT_COMPOSITE(
      "NonDefaultComposite"),
  NON_ZERO_REF_COUNT("NonZeroRefCount"), CALL_FILTERED(
      "CallFiltered"),
  MULTI_BLOCK_MIGRATIONS_ONGOING(
      "MultiBlockMigrationsOngoing"),
  NOTHING_AUTHORIZED(
      "NothingAuthorized"),
  UNAUTHORIZED("Unauthorized");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("frame_system::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  SystemError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return SystemCall.PALLET;
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

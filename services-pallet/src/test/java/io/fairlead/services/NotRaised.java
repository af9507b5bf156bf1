package io.fairlead.services;

import static java.util.Map.entry;

import io.fairlead.services.wire.ServicesError;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Errors that the calls present do not raise, each with its reason. */
public final class NotRaised {
  private NotRaised() {}

  /** Raised by {@code slash} and {@code dispute}, tested where the queue is. */
  public static final Set<ServicesError> BY_SLASHING = EnumSet.of(ServicesError.SERVICE_NOT_FOUND,
      ServicesError.BLUEPRINT_NOT_FOUND, ServicesError.EVM_ABI_DECODE,
      ServicesError.NO_SLASHING_ORIGIN, ServicesError.NO_DISPUTE_ORIGIN,
      ServicesError.INVALID_SLASH_PERCENTAGE, ServicesError.OFFENDER_NOT_OPERATOR,
      ServicesError.OPERATOR_NOT_ACTIVE, ServicesError.UNAPPLIED_SLASH_NOT_FOUND,
      ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND);

  private static final String UNUSED = "never used in the chain's code";

  static final Map<ServicesError, String> REASONS = Map.ofEntries(
      entry(ServicesError.JOB_CALL_RESULT_NOT_FOUND, UNUSED),
      entry(ServicesError.EVM_ABI_ENCODE, "every argument that gets so far has an ABI form"),
      entry(ServicesError.OPERATOR_PROFILE_NOT_FOUND, "only in runtime APIs"),
      entry(ServicesError.NO_NATIVE_ASSET, "the native asset was appended just before"),
      entry(ServicesError.DUPLICATE_MEMBERSHIP_MODEL, UNUSED),
      entry(ServicesError.MAX_MASTER_BLUEPRINT_SERVICE_MANAGER_VERSIONS_EXCEEDED,
          "needs 2^32 - 1 entries"),
      entry(ServicesError.INVALID_HEARTBEAT_DATA,
          "the metrics have passed the same limit before"),
      entry(ServicesError.CUSTOM_ASSET_TRANSFER_FAILED,
          "jobs are always charged in native currency"),
      entry(ServicesError.INSUFFICIENT_DELEGATED_STAKE, UNUSED),
      entry(ServicesError.OPERATOR_HAS_NO_ASSET_STAKE, UNUSED),
      entry(ServicesError.SUBSCRIPTION_NOT_VALID, UNUSED),
      entry(ServicesError.SERVICE_NOT_OWNED, UNUSED));
}

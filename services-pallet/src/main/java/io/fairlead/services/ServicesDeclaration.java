package io.fairlead.services;

import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** What metadata tells of Services under profile {@code tangle-testnet}. */
public final class ServicesDeclaration {
  private ServicesDeclaration() {}

  /** The declaration over the items of {@code storage}. */
  public static PalletDeclaration of(ServicesStorage storage) {
    return new PalletDeclaration(ServicesCall.PALLET, ServicesCall.PALLET, storage.items(),
        ServicesCall.CODEC, ServicesEvent.CODEC, ServicesError.shape(), constants());
  }

  private static List<Constant> constants() {
    return List.of(
        Constant.of("PalletEvmAccount", EvmAddress.CODEC, ServicesAccounts.PALLET_EVM),
        count("MaxFields", Limits.FIELDS_MAX),
        count("MaxFieldsSize", Limits.FIELDS_SIZE_MAX),
        count("MaxMetadataLength", Limits.METADATA_LENGTH_MAX),
        count("MaxJobsPerService", Limits.JOBS_PER_SERVICE_MAX),
        count("MaxOperatorsPerService", Limits.OPERATORS_PER_SERVICE_MAX),
        count("MaxPermittedCallers", Limits.PERMITTED_CALLERS_MAX),
        count("MaxServicesPerOperator", Limits.SERVICES_PER_OPERATOR_MAX),
        count("MaxBlueprintsPerOperator", Limits.BLUEPRINTS_PER_OPERATOR_MAX),
        count("MaxServicesPerUser", Limits.SERVICES_PER_USER_MAX),
        count("MaxBinariesPerGadget", Limits.BINARIES_PER_GADGET_MAX),
        count("MaxSourcesPerGadget", Limits.SOURCES_PER_GADGET_MAX),
        count("MaxGitOwnerLength", Limits.GIT_OWNER_LENGTH_MAX),
        count("MaxGitRepoLength", Limits.GIT_REPO_LENGTH_MAX),
        count("MaxGitTagLength", Limits.GIT_TAG_LENGTH_MAX),
        count("MaxBinaryNameLength", Limits.BINARY_NAME_LENGTH_MAX),
        count("MaxIpfsHashLength", Limits.IPFS_HASH_LENGTH_MAX),
        count("MaxContainerRegistryLength", Limits.CONTAINER_REGISTRY_LENGTH_MAX),
        count("MaxContainerImageNameLength", Limits.CONTAINER_IMAGE_NAME_LENGTH_MAX),
        count("MaxContainerImageTagLength", Limits.CONTAINER_IMAGE_TAG_LENGTH_MAX),
        count("MaxAssetsPerService", Limits.ASSETS_PER_SERVICE_MAX),
        count("MaxRpcAddressLength", Limits.RPC_ADDRESS_LENGTH_MAX),
        count("MaxResourceNameLength", Limits.RESOURCE_NAME_LENGTH_MAX),
        count("MaxMasterBlueprintServiceManagerVersions", Limits.MASTER_REVISIONS_MAX),
        count("SlashDeferDuration", Limits.SLASH_DEFER_ROUNDS),
        Constant.of("MinimumNativeSecurityRequirement", Percent.CODEC,
            new Percent(Limits.NATIVE_EXPOSURE_PERCENT_MIN)),
        count("MaxSlashesPerBlock", Limits.SLASHES_PER_BLOCK_MAX),
        count("MaxMetricsDataSize", Limits.METRICS_DATA_SIZE_MAX),
        Constant.of("FallbackWeightReads", Codecs.U64, (long) Limits.FALLBACK_WEIGHT_READS),
        Constant.of("FallbackWeightWrites", Codecs.U64, (long) Limits.FALLBACK_WEIGHT_WRITES));
  }

  private static Constant count(String name, long value) {
    return Constant.of(name, Codecs.U32, value);
  }
}

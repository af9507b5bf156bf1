package io.fairlead.services.wire;

/**
 * Limits of Services, as profile {@code tangle-testnet} sets them and its metadata shows them. Counts
 * are elements, lengths bytes.
 */
public final class Limits {
  private Limits() {}

  public static final int FIELDS_MAX = 256;
  /** Bytes of a string field and members of a list, array or struct field. */
  public static final int FIELDS_SIZE_MAX = 1024;
  public static final int METADATA_LENGTH_MAX = 1024;
  public static final int JOBS_PER_SERVICE_MAX = 1024;
  public static final int OPERATORS_PER_SERVICE_MAX = 1024;
  public static final int PERMITTED_CALLERS_MAX = 256;
  public static final int SERVICES_PER_OPERATOR_MAX = 1024;
  public static final int BLUEPRINTS_PER_OPERATOR_MAX = 1024;
  public static final int SERVICES_PER_USER_MAX = 1024;
  public static final int BINARIES_PER_GADGET_MAX = 64;
  /** Shown in metadata, bounds nothing: sources are bounded by {@link #FIELDS_MAX}. */
  public static final int SOURCES_PER_GADGET_MAX = 64;
  public static final int GIT_OWNER_LENGTH_MAX = 1024;
  public static final int GIT_REPO_LENGTH_MAX = 1024;
  public static final int GIT_TAG_LENGTH_MAX = 1024;
  public static final int BINARY_NAME_LENGTH_MAX = 1024;
  public static final int IPFS_HASH_LENGTH_MAX = 46;
  public static final int CONTAINER_REGISTRY_LENGTH_MAX = 1024;
  public static final int CONTAINER_IMAGE_NAME_LENGTH_MAX = 1024;
  public static final int CONTAINER_IMAGE_TAG_LENGTH_MAX = 1024;
  public static final int ASSETS_PER_SERVICE_MAX = 64;
  public static final int RPC_ADDRESS_LENGTH_MAX = 256;
  public static final int RESOURCE_NAME_LENGTH_MAX = 16;
  /** Unsigned 32 bits: 2^32 − 1. */
  public static final long MASTER_REVISIONS_MAX = 0xffff_ffffL;
  /** Rounds between a slash and its application. */
  public static final int SLASH_DEFER_ROUNDS = 7;
  /** Hundredths of the native asset that a request must ask for at least. */
  public static final int NATIVE_EXPOSURE_PERCENT_MIN = 10;
  public static final int SLASHES_PER_BLOCK_MAX = 10;
  public static final int METRICS_DATA_SIZE_MAX = 1024;
  public static final int FALLBACK_WEIGHT_READS = 100;
  public static final int FALLBACK_WEIGHT_WRITES = 100;
  /** Members of a struct type, and membership models of a blueprint; not in metadata. */
  public static final int STRUCT_MEMBERS_MAX = 32;
  public static final int MEMBERSHIP_MODELS_MAX = 2;
}

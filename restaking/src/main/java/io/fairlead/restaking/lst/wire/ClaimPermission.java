package io.fairlead.restaking.lst.wire;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** What others may do for a member; the ordinal is the index. No call sets it. */
public enum ClaimPermission {
  PERMISSIONED("Permissioned"), PERMISSIONLESS_COMPOUND("PermissionlessCompound"),
  PERMISSIONLESS_WITHDRAW("PermissionlessWithdraw"), PERMISSIONLESS_ALL("PermissionlessAll");

  /** One byte. */
  public static final Codec<ClaimPermission> CODEC =
      Codecs.plainEnum("pallet_tangle_lst::types::ClaimPermission", values(),
          ClaimPermission::ordinal, p -> p.chainName);

  private final String chainName;

  ClaimPermission(String chainName) {
    this.chainName = chainName;
  }

  /** Whether others may bond the member's money. */
  public boolean canBondExtra() {
    return this == PERMISSIONLESS_ALL || this == PERMISSIONLESS_COMPOUND;
  }
}

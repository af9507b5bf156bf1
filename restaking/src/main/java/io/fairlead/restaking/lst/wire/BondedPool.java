package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/** A pool ({@code BondedPoolInner}). What it has bonded stands in Staking, its shares in Assets. */
public record BondedPool(Commission commission, PoolRoles roles, PoolState state,
    PoolMetadata metadata) {
  /** Fields in order. */
  public static final Codec<BondedPool> CODEC =
      Codecs.struct("pallet_tangle_lst::types::bonded_pool::BondedPoolInner",
          Fields.of(BondedPool::new,
              field("commission", BondedPool::commission, Commission.CODEC, "Commission<T>"),
              field("roles", BondedPool::roles, PoolRoles.CODEC, "PoolRoles<T::AccountId>"),
              field("state", BondedPool::state, PoolState.CODEC, "PoolState"),
              field("metadata", BondedPool::metadata, PoolMetadata.CODEC, "PoolMetadata<T>")),
          Shape.skipped("T"));

  /** The same with another commission. */
  public BondedPool with(Commission next) {
    return new BondedPool(next, roles, state, metadata);
  }

  /** The same with other roles. */
  public BondedPool with(PoolRoles next) {
    return new BondedPool(commission, next, state, metadata);
  }

  /** The same in another state. */
  public BondedPool with(PoolState next) {
    return new BondedPool(commission, roles, next, metadata);
  }
}

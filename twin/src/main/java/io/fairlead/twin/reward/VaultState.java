package io.fairlead.twin.reward;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reward vault; each part is null when the chain has no entry.
 *
 * @param assets in the order in which they came
 * @param lookups assets that point to the vault
 * @param deposit sum of what is delegated, {@code score} times the multipliers
 * @param pot that pays
 */
public record VaultState(long id, @Nullable RewardConfig config, @Nullable List<Asset> assets,
    SortedSet<Asset> lookups, @Nullable Balance deposit, @Nullable Balance score,
    @Nullable AccountId pot, @Nullable VaultMetadata name) {
  public VaultState {
    assets = assets == null ? null : List.copyOf(assets);
    lookups = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(lookups));
  }

  static final Codec<VaultState> CODEC = Codecs.struct("VaultState",
      Fields.of(VaultState::new, Fields.field("id", VaultState::id, Codecs.U32, ""),
          Fields.field("config", VaultState::config, Codecs.option(RewardConfig.CODEC), ""),
          Fields.field("assets", VaultState::assets, Codecs.option(Codecs.list(Asset.CODEC)), ""),
          Fields.field("lookups", VaultState::lookups, Codecs.set(Asset.CODEC, Codecs.UNBOUNDED),
              ""),
          Fields.field("deposit", VaultState::deposit, Codecs.option(Balance.CODEC), ""),
          Fields.field("score", VaultState::score, Codecs.option(Balance.CODEC), ""),
          Fields.field("pot", VaultState::pot, Codecs.option(AccountId.CODEC), ""),
          Fields.field("name", VaultState::name, Codecs.option(VaultMetadata.CODEC), "")));

  static VaultState blank(long id) {
    return new VaultState(id, null, null, new TreeSet<>(), null, null, null, null);
  }
}

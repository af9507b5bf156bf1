package io.fairlead.twin.reward;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A reward vault, folded from facts. */
public final class VaultPortrait implements Portrait<VaultState> {
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);
  private static final Key<Asset> ASSET = Key.blake2Concat(Asset.CODEC);
  private static final Codec<List<Asset>> ASSETS = Codecs.list(Asset.CODEC);

  @Override
  public EntityType type() {
    return EntityType.VAULT;
  }

  @Override
  public VaultState blank(EntityKey key, long since) {
    return VaultState.blank(Long.parseLong(key.key()));
  }

  @Override
  public VaultState fold(VaultState it, Fact fact) {
    if (!(fact instanceof Fact.Change change)) {
      return it;
    }
    return switch (change.changed()) {
      case Changed.VaultConfig now -> new VaultState(it.id(), now.value().orElse(null),
          it.assets(), it.lookups(), it.deposit(), it.score(), it.pot(), it.name());
      case Changed.VaultAssets now -> {
        var lookups = new TreeSet<>(it.lookups()); // a lookup that goes names no vault
        lookups.retainAll(now.value().orElse(List.of()));
        yield new VaultState(it.id(), it.config(), now.value().orElse(null), lookups,
            it.deposit(), it.score(), it.pot(), it.name());
      }
      case Changed.VaultOfAsset now -> {
        var lookups = new TreeSet<>(it.lookups());
        if (now.vault().filter(vault -> vault == it.id()).isPresent()) {
          lookups.add(now.asset());
        } else {
          lookups.remove(now.asset());
        }
        yield new VaultState(it.id(), it.config(), it.assets(), lookups, it.deposit(), it.score(),
            it.pot(), it.name());
      }
      case Changed.VaultDeposit now -> new VaultState(it.id(), it.config(), it.assets(),
          it.lookups(), now.value().orElse(null), it.score(), it.pot(), it.name());
      case Changed.VaultScore now -> new VaultState(it.id(), it.config(), it.assets(),
          it.lookups(), it.deposit(), now.value().orElse(null), it.pot(), it.name());
      case Changed.VaultPot now -> new VaultState(it.id(), it.config(), it.assets(), it.lookups(),
          it.deposit(), it.score(), now.value().orElse(null), it.name());
      case Changed.VaultName now -> new VaultState(it.id(), it.config(), it.assets(),
          it.lookups(), it.deposit(), it.score(), it.pot(), now.value().orElse(null));
      default -> it; // of others
    };
  }

  @Override
  public Codec<VaultState> codec() {
    return VaultState.CODEC;
  }

  @Override
  public List<KeyChange> rows(VaultState it) {
    var rows = new ArrayList<KeyChange>();
    if (it.config() != null) {
      rows.add(KeyChange.of(key("RewardConfigStorage", it), RewardConfig.CODEC, it.config()));
    }
    if (it.assets() != null) {
      rows.add(KeyChange.of(key("RewardVaults", it), ASSETS, it.assets()));
    }
    if (it.deposit() != null) {
      rows.add(KeyChange.of(key("TotalRewardVaultDeposit", it), Balance.CODEC, it.deposit()));
    }
    if (it.score() != null) {
      rows.add(KeyChange.of(key("TotalRewardVaultScore", it), Balance.CODEC, it.score()));
    }
    if (it.pot() != null) {
      rows.add(KeyChange.of(key("RewardVaultsPotAccount", it), AccountId.CODEC, it.pot()));
    }
    if (it.name() != null) {
      rows.add(KeyChange.of(key("VaultMetadataStore", it), VaultMetadata.CODEC, it.name()));
    }
    it.lookups().forEach(asset -> rows.add(
        KeyChange.of(Keys.of(RewardsCall.PALLET, "AssetLookupRewardVaults", ASSET, asset),
            Codecs.U32, it.id())));
    return rows;
  }

  private static Bytes key(String item, VaultState vault) {
    return Keys.of(RewardsCall.PALLET, item, VAULT, vault.id());
  }
}

package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.reward.VaultState;
import java.util.List;

/** {@code /v1/vaults/…}. */
final class VaultResource {
  private VaultResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.TABLES, "/v1/vaults", VaultResource::list),
        Resource.of(Resource.Need.ENTITIES, "/v1/vaults/{id}", VaultResource::show));
  }

  private static JsonNode list(Question question, Ground ground) {
    ObjectNode page = object();
    page.set("items", ground.json().list(ground.tables().vaults(ground.block()),
        row -> object().put("vault", row.vault()).put("deposit", row.deposit().toString())
            .put("score", row.score().toString()).put("from", row.from())));
    return page;
  }

  private static JsonNode show(Question question, Ground ground) {
    long id = question.number("id");
    VaultState state = ground.state(EntityKey.of(EntityType.VAULT, id), VaultState.class)
        .orElseThrow(
            () -> Refusal.missing("no vault " + id + " up to block " + ground.block(), null));
    ObjectNode data = object().put("vault", id);
    if (state.name() != null) {
      ChainJson.readable(data, "name", state.name().name());
      ChainJson.readable(data, "logo", state.name().logo());
    }
    ArrayNode assets = data.putArray("assets");
    (state.assets() == null ? List.<Asset>of() : state.assets())
        .forEach(each -> assets.add(ChainJson.asset(each)));
    if (state.config() != null) {
      data.put("apy", Long.toString(state.config().apy().parts()));
      ChainJson.text(data, "incentiveCap", state.config().incentiveCap());
      ChainJson.text(data, "depositCap", state.config().depositCap());
      if (state.config().boostMultiplier() != null) {
        data.put("boost", state.config().boostMultiplier());
      }
    }
    ground.json().put(data, "pot", state.pot());
    ChainJson.text(data, "deposit", state.deposit());
    ChainJson.text(data, "score", state.score());
    return data;
  }
}

package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.amount;
import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.delegator.DelegatorState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Held;
import java.util.List;
import java.util.Map;

/** {@code /v1/delegators/…}. */
final class DelegatorResource {
  private static final String PATH = "/v1/delegators/{account}";

  private DelegatorResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, PATH, DelegatorResource::show),
        Resource.of(Resource.Need.TABLES, PATH + "/delegations", DelegatorResource::delegations,
            "after", "limit"),
        Resource.history(Resource.Need.TABLES, PATH + "/income", OperatorResource::income,
            "after", "limit"),
        Resource.history(Resource.Need.TABLES, PATH + "/refused", OperatorResource::refused,
            "after", "limit"),
        Resource.history(Resource.Need.ENTITIES, PATH + "/history", DelegatorResource::history,
            "after", "limit"));
  }

  private static JsonNode show(Question question, Ground ground) {
    AccountId account = OperatorResource.account(question, ground);
    ChainJson json = ground.json();
    Held<?> held = ground.held(EntityKey.of(EntityType.DELEGATOR, account))
        .orElseThrow(() -> Refusal.missing(
            "no delegator " + json.account(account) + " up to block " + ground.block(),
            "it never deposited"));
    var state = (DelegatorState) held.state();
    DelegatorMetadata record =
        state.record() == null ? DelegatorMetadata.EMPTY : state.record();
    ObjectNode data = object().put("account", json.account(state.account()));
    data.set("deposits", json.list(record.deposits().entrySet(), each -> deposit(json, each)));
    data.set("delegations", json.list(record.delegations(), each -> {
      ObjectNode one = object().put("operator", json.account(each.operator()));
      one.set("amount", amount(each.asset(), each.amount()));
      one.put("isNomination", each.isNomination());
      return one.set("blueprints", blueprints(each.blueprintSelection()));
    }));
    data.set("withdrawals", json.list(record.withdrawRequests(), each -> {
      ObjectNode one = object();
      one.set("amount", amount(each.asset(), each.amount()));
      return one.put("requestedRound", each.requestedRound());
    }));
    data.set("unstakes", json.list(record.unstakeRequests(), each -> {
      ObjectNode one = object().put("operator", json.account(each.operator()));
      one.set("amount", amount(each.asset(), each.amount()));
      return one.put("requestedRound", each.requestedRound()).put("isNomination",
          each.isNomination());
    }));
    data.set("claims", json.list(state.claims().entrySet(), each -> {
      ObjectNode one =
          object().put("vault", each.getKey()).put("block", each.getValue().lastBlock());
      return one.set("amount", amount(Asset.NATIVE, each.getValue().total()));
    }));
    data.set("paid", json.list(state.paid().entrySet(),
        each -> amount(each.getKey(), each.getValue())));
    data.set("slashed", json.list(state.slashed().entrySet(),
        each -> amount(each.getKey(), each.getValue())));
    var slashes = data.putArray("slashes");
    state.slashes().forEach(fact -> slashes.add(fact.toString()));
    return data.put("corrections", held.corrections());
  }

  private static ObjectNode deposit(ChainJson json, Map.Entry<Asset, Deposit> deposit) {
    Asset asset = deposit.getKey();
    ObjectNode one = object();
    one.set("amount", amount(asset, deposit.getValue().amount()));
    one.set("delegated", amount(asset, deposit.getValue().delegatedAmount()));
    var locks = deposit.getValue().locks();
    one.set("locks", json.list(locks == null ? List.of() : locks, each -> {
      ObjectNode lock = object();
      lock.set("amount", amount(asset, each.amount()));
      lock.set("multiplier", json.value(LockMultiplier.CODEC, each.lockMultiplier()));
      return lock.put("expiry", each.expiryBlock());
    }));
    return one;
  }

  private static JsonNode blueprints(BlueprintSelection selection) {
    return switch (selection) {
      case BlueprintSelection.All all -> TextNode.valueOf("all");
      case BlueprintSelection.Fixed(List<Long> ids) -> {
        ArrayNode array = Answer.JSON.createArrayNode();
        ids.forEach(array::add);
        yield array;
      }
    };
  }

  private static JsonNode delegations(Question question, Ground ground) {
    return Pages.of(
        ground.tables().delegationsOf(ground.block(), OperatorResource.account(question, ground),
            question.page()),
        row -> Pages.delegation(ground.json(), row));
  }

  private static JsonNode history(Question question, Ground ground) {
    return History.page(ground, question,
        EntityKey.of(EntityType.DELEGATOR, OperatorResource.account(question, ground)),
        fact -> true);
  }
}

package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.operator.OperatorState;
import io.fairlead.twin.service.ServiceState;
import io.fairlead.twin.table.Page;
import io.fairlead.twin.table.TableView.SlashState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of an operator's stake is promised to whom, and to how many at once. */
final class ExposureReply {
  private static final int WHOLE = 100;

  private ExposureReply() {}

  static JsonNode to(Question question, Ground ground) {
    AccountId account = OperatorResource.account(question, ground);
    OperatorState operator = ground
        .state(EntityKey.of(EntityType.OPERATOR, account), OperatorState.class)
        .orElseThrow(() -> OperatorResource.missing(ground, account));
    ChainJson json = ground.json();
    var promised = new TreeMap<Asset, Integer>();
    ObjectNode data = object().put("account", json.account(account));
    ArrayNode services = data.putArray("services");
    operator.memberships().forEach((id, membership) -> {
      if (membership.until() == null) {
        List<AssetSecurityCommitment> commitments = commitments(ground, id, account);
        commitments.forEach(each -> promised.merge(each.asset(), each.exposurePercent().parts(),
            Integer::sum));
        ObjectNode one = services.addObject().put("service", id);
        one.put("blueprint", blueprint(ground, id));
        one.set("commitments", json.commitments(commitments));
      }
    });
    data.set("assets", assets(json, restaked(operator.record()), promised));
    data.set("pendingSlashes", json.list(
        ground.tables().slashes(ground.block(), SlashState.PENDING, Optional.of(account),
            Optional.empty(), new Page("", Page.LIMIT_MAX)).rows(),
        row -> object().put("round", row.round()).put("index", row.index())
            .put("service", row.service()).put("percent", row.percent())));
    return data;
  }

  private static Optional<ServiceState> service(Ground ground, long id) {
    return ground.state(EntityKey.of(EntityType.SERVICE, id), ServiceState.class);
  }

  private static long blueprint(Ground ground, long id) {
    return service(ground, id).map(ServiceState::blueprint).orElse(0L);
  }

  private static List<AssetSecurityCommitment> commitments(Ground ground, long id,
      AccountId account) {
    List<OperatorCommitments> operators = service(ground, id)
        .flatMap(state -> Optional.ofNullable(state.record())).map(Service::operators)
        .orElse(List.of());
    return operators.stream().filter(each -> each.operator().equals(account))
        .flatMap(each -> each.commitments().stream()).toList();
  }

  /** All that stands behind the operator: its own stake and what is delegated to it. */
  private static SortedMap<Asset, Balance> restaked(@Nullable OperatorMetadata record) {
    var sums = new TreeMap<Asset, Balance>();
    if (record != null) {
      sums.put(Asset.NATIVE, record.stake());
      for (DelegatorBond bond : record.delegations()) {
        sums.merge(bond.asset(), bond.amount(), Balance::saturatingPlus);
      }
    }
    return sums;
  }

  private static ArrayNode assets(ChainJson json, SortedMap<Asset, Balance> restaked,
      SortedMap<Asset, Integer> promised) {
    var all = new TreeSet<>(restaked.keySet());
    all.addAll(promised.keySet());
    return json.list(all, asset -> {
      int percent = promised.getOrDefault(asset, 0);
      ObjectNode one = object().put("asset", ChainJson.asset(asset));
      one.set("restaked", ChainJson.amount(asset, restaked.getOrDefault(asset, Balance.ZERO)));
      return one.put("percent", percent).put("isOver", percent > WHOLE);
    });
  }
}

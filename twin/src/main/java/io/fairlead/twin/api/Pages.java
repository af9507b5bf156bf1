package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.table.DelegationRow;
import io.fairlead.twin.table.IncomeRow;
import io.fairlead.twin.table.MemberRow;
import io.fairlead.twin.table.RefusedCallRow;
import io.fairlead.twin.table.Rows;
import io.fairlead.restaking.wire.Asset;
import java.time.LocalDate;
import java.util.function.Function;

/** Pages of rows that several resources show. */
final class Pages {
  private Pages() {}

  /** The items, and the cursor of the next page if there is one. */
  static <T> ObjectNode of(Rows<T> rows, Function<T, JsonNode> each) {
    ObjectNode page = ChainJson.object();
    var items = page.putArray("items");
    rows.rows().forEach(row -> items.add(each.apply(row)));
    if (!rows.next().isEmpty()) {
      page.put("next", rows.next());
    }
    return page;
  }

  static ObjectNode income(IncomeRow row) {
    ObjectNode node = ChainJson.object().put("era", row.era())
        .put("day", LocalDate.ofEpochDay(row.day()).toString()).put("cause", row.cause().name());
    ChainJson.put(node, "service", row.service());
    node.set("amount", ChainJson.amount(row.asset(), row.amount()));
    return node.put("count", row.count());
  }

  static ObjectNode refused(RefusedCallRow row) {
    ObjectNode node = ChainJson.object().put("fact", row.fact().toString())
        .put("extrinsic", row.extrinsic()).put("pallet", row.pallet()).put("call", row.call())
        .put("error", row.error());
    if (row.fee() != null) {
      node.set("fee", ChainJson.amount(Asset.NATIVE, row.fee()));
    }
    return node;
  }

  static ObjectNode member(ChainJson json, MemberRow row) {
    ObjectNode node = ChainJson.object().put("service", row.service())
        .put("blueprint", row.blueprint()).put("operator", json.account(row.operator()))
        .put("from", row.from());
    ChainJson.put(node, "to", row.to());
    return node;
  }

  static ObjectNode delegation(ChainJson json, DelegationRow row) {
    ObjectNode node = ChainJson.object().put("delegator", json.account(row.delegator()))
        .put("operator", json.account(row.operator()));
    node.set("amount", ChainJson.amount(row.asset(), row.amount()));
    node.put("isNomination", row.isNomination()).put("from", row.from());
    ChainJson.put(node, "to", row.to());
    return node;
  }
}

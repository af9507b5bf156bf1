package io.fairlead.cli.operators;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Amounts;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.Accounts;
import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.OperatorBondLessRequest;
import io.fairlead.services.wire.BoundedString;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead operators show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show one operator: stake, every delegation, what it serves and where.",
    footer = {"", "Examples:", "  fairlead operators show //Bob --url ws://127.0.0.1:9944",
        "  fairlead operators show //Bob --twin http://127.0.0.1:9955"})
final class ShowOperator extends StateOrTwinCommand {
  @Parameters(paramLabel = "ACCOUNT",
      description = "Address, or a development key such as //Bob.") private String account = "";

  @Override
  protected String path() {
    return "/v1/operators/" + Accounts.parse(account);
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("operator " + data.path("account").asText(), data);
  }

  @Override
  protected Told told(StateView state) {
    AccountId who = Accounts.parse(account);
    OperatorView view =
        OperatorView.find(state, who).orElseThrow(() -> Failure.check(state.address(who)
            + " is no operator at block " + state.block() + "; see fairlead operators list"));
    var addresses = new TreeMap<Long, String>();
    view.profile().blueprints()
        .forEach(id -> state
            .value("Services", "Operators", OperatorPreferences.CODEC, registered(id, who))
            .ifPresent(kept -> addresses.put(id, BoundedString.text(kept.rpcAddress()))));
    return new Told(json(state, view, addresses), text(state, view, addresses));
  }

  private static byte[] registered(long blueprint, AccountId who) {
    var key = new Output(40);
    key.raw(StateView.number(blueprint));
    key.raw(who.bytes());
    return key.toBytes();
  }

  private static Map<String, Object> json(StateView state, OperatorView view,
      Map<Long, String> addresses) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("block", state.block());
    json.putAll(view.json(state));
    OperatorBondLessRequest request = view.record().request();
    if (request != null) {
      var wanted = new LinkedHashMap<String, Object>();
      wanted.put("amount", request.amount().toString());
      wanted.put("requestedRound", request.requestTime());
      json.put("unstake", wanted);
    }
    json.put("rpcAddresses", addresses);
    json.put("delegations", view.record().delegations().stream().map(bond -> {
      var one = new LinkedHashMap<String, Object>();
      one.put("delegator", state.address(bond.delegator()));
      one.put("asset", Holding.name(bond.asset()));
      one.put("amount", bond.amount().toString());
      return one;
    }).toList());
    return json;
  }

  private static List<String> text(StateView state, OperatorView view,
      Map<Long, String> addresses) {
    var lines = new ArrayList<String>();
    lines.add("operator " + state.address(view.account()) + " at block " + state.block());
    lines.add("  status      " + view.status());
    lines.add("  own stake   " + Amounts.tnt(view.record().stake()));
    OperatorBondLessRequest request = view.record().request();
    if (request != null) {
      lines.add("  unstaking   " + Amounts.tnt(request.amount()) + ", asked for in round "
          + request.requestTime());
    }
    lines.add("  delegated   " + Holding.all(view.delegated()) + " in "
        + view.record().delegationCount()
        + (view.record().delegationCount() == 1 ? " delegation" : " delegations"));
    for (DelegatorBond bond : view.record().delegations()) {
      lines.add("              " + state.address(bond.delegator()) + "  "
          + Holding.amount(bond.asset(), bond.amount()));
    }
    lines.add("  blueprints  " + (addresses.isEmpty() ? "none" : ""));
    addresses.forEach((id, address) -> lines
        .add("              " + id + (address.isEmpty() ? "" : " at " + address)));
    lines.add("  services    " + (view.profile().services().isEmpty() ? "none"
        : String.join(", ", view.profile().services().stream().map(String::valueOf).toList())));
    return lines.stream().map(String::stripTrailing).toList();
  }
}

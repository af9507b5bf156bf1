package io.fairlead.cli.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead services show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show one running service: who serves it, with what exposure, who may call it.",
    footer = {"", "Examples:", "  fairlead services show 0 --url ws://127.0.0.1:9944",
        "  fairlead services show 0 --twin http://127.0.0.1:9955"})
final class ShowService extends StateOrTwinCommand {
  @Parameters(paramLabel = "N", description = "Number of the service.") private long number;

  @Override
  protected String path() {
    return "/v1/services/" + number;
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("service " + number, data);
  }

  @Override
  protected Told told(StateView state) {
    Service service = state
        .value("Services", "Instances", Service.CODEC, StateView.number(number))
        .orElseThrow(() -> Failure.check("no service " + number + " runs at block "
            + state.block() + "; it ended or never began. See fairlead services list"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("block", state.block());
    json.putAll(ServiceText.json(state, service));
    return new Told(json, text(state, service));
  }

  private static List<String> text(StateView state, Service service) {
    var lines = new ArrayList<String>();
    lines.add("service " + Long.toUnsignedString(service.id()) + " of blueprint "
        + Long.toUnsignedString(service.blueprint()) + " at block " + state.block());
    lines.add("  owner       " + state.address(service.owner()));
    lines.add("  membership  " + ServiceText.membership(service.membershipModel())
        + (service.membershipModel().minOperators() == 1 ? " operator" : " operators"));
    lines.add("  ttl         " + Long.toUnsignedString(service.ttl()) + " blocks");
    for (AssetSecurityRequirement required : service.securityRequirements()) {
      lines.add("  requires    " + ServiceText.required(required));
    }
    for (OperatorCommitments operator : service.operators()) {
      lines.add("  operator    " + state.address(operator.operator()) + " exposes "
          + ServiceText.committed(operator));
    }
    service.permittedCallers()
        .forEach(caller -> lines.add("  may call    " + state.address(caller)));
    return lines;
  }
}

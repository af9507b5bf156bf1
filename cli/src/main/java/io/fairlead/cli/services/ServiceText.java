package io.fairlead.cli.services;

import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateView;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service in words and as a document. */
final class ServiceText {
  private ServiceText() {}

  static String membership(MembershipModel model) {
    return switch (model) {
      case MembershipModel.Fixed(long least) -> "fixed, at least " + least;
      case MembershipModel.Dynamic(long least, Long most) ->
          "dynamic, at least " + least + (most == null ? "" : ", at most " + most);
    };
  }

  static String assets(Service service) {
    return String.join(", ", service.securityRequirements().stream()
        .map(required -> Holding.name(required.asset())).toList());
  }

  static String required(AssetSecurityRequirement required) {
    return required.minExposurePercent() + " to " + required.maxExposurePercent() + " of "
        + Holding.name(required.asset());
  }

  static String committed(OperatorCommitments operator) {
    return String.join(", ", operator.commitments().stream().map(
        each -> each.exposurePercent() + " of " + Holding.name(each.asset())).toList());
  }

  static Map<String, Object> json(StateView state, Service service) {
    var json = new LinkedHashMap<String, Object>();
    json.put("service", service.id());
    json.put("blueprint", service.blueprint());
    json.put("owner", state.address(service.owner()));
    json.put("membership", membership(service.membershipModel()));
    json.put("ttlBlocks", service.ttl());
    json.put("permittedCallers", service.permittedCallers().stream().map(state::address).toList());
    json.put("requires", service.securityRequirements().stream().map(required -> {
      var one = new LinkedHashMap<String, Object>();
      one.put("asset", Holding.name(required.asset()));
      one.put("minPercent", required.minExposurePercent().parts());
      one.put("maxPercent", required.maxExposurePercent().parts());
      return one;
    }).toList());
    json.put("operators", service.operators().stream().map(operator -> {
      var one = new LinkedHashMap<String, Object>();
      one.put("operator", state.address(operator.operator()));
      one.put("exposes", exposed(operator.commitments()));
      return one;
    }).toList());
    return json;
  }

  private static Map<String, Integer> exposed(List<AssetSecurityCommitment> commitments) {
    var percents = new LinkedHashMap<String, Integer>();
    commitments.forEach(
        each -> percents.put(Holding.name(each.asset()), each.exposurePercent().parts()));
    return percents;
  }
}

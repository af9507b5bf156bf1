package io.fairlead.cli.blueprints;

import io.fairlead.cli.Amounts;
import io.fairlead.cli.chain.StateView;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.BoundedString;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A blueprint with its owner and the operators that registered for it. */
record BlueprintView(long id, AccountId owner, ServiceBlueprint blueprint,
    List<AccountId> operators) {

  /** As {@code Services.Blueprints} keeps it. */
  record Owned(AccountId owner, ServiceBlueprint blueprint) {
    static final Codec<Owned> CODEC = Codecs.pair(AccountId.CODEC, ServiceBlueprint.CODEC,
        Owned::new, Owned::owner, Owned::blueprint);
  }

  String name() {
    return BoundedString.text(blueprint.metadata().name());
  }

  static String text(@Nullable Bytes text) {
    return text == null ? "" : BoundedString.text(text);
  }

  /** What a job costs, with units. */
  static String price(PricingModel model) {
    return switch (model) {
      case PricingModel.PayOnce(var amount) -> Amounts.tnt(amount) + " a call";
      case PricingModel.Subscription(var rate, long interval, Long end) ->
          Amounts.tnt(rate) + " each " + interval + " blocks"
              + (end == null ? "" : " until block " + end);
      case PricingModel.EventDriven(var reward) -> Amounts.tnt(reward) + " an event";
    };
  }

  static String source(BlueprintSource source) {
    return switch (source) {
      case BlueprintSource.Wasm wasm -> "WebAssembly";
      case BlueprintSource.Native(BlueprintSource.NativeFetcher.Github(var release)) ->
          "native, " + release.binaries().size()
              + (release.binaries().size() == 1 ? " binary" : " binaries");
      case BlueprintSource.Native(BlueprintSource.NativeFetcher.Ipfs ipfs) -> "native, on IPFS";
      case BlueprintSource.Container(var registry, var image, var tag) -> "container "
          + text(registry) + "/" + text(image) + ":" + text(tag);
      case BlueprintSource.Testing testing -> "cargo package " + text(testing.cargoPackage());
    };
  }

  static String types(List<FieldType> types) {
    return "(" + String.join(", ", types.stream().map(BlueprintView::type).toList()) + ")";
  }

  private static String type(FieldType type) {
    return switch (type) {
      case FieldType.Optional(FieldType inner) -> type(inner) + "?";
      case FieldType.Array(long length, FieldType element) ->
          "[" + type(element) + "; " + Long.toUnsignedString(length) + "]";
      case FieldType.Sequence(FieldType element) -> "[" + type(element) + "]";
      case FieldType.Struct(List<FieldType> members) -> types(members);
      case FieldType.Text text -> "String";
      case FieldType.Account account -> "AccountId";
      case FieldType other -> other.getClass().getSimpleName();
    };
  }

  Map<String, Object> json(StateView state) {
    var json = new LinkedHashMap<String, Object>();
    json.put("blueprint", id);
    json.put("name", name());
    json.put("owner", state.address(owner));
    json.put("manager", blueprint.manager().toString());
    json.put("jobs", blueprint.jobs().stream().map(BlueprintView::job).toList());
    json.put("sources", blueprint.sources().stream().map(BlueprintView::source).toList());
    json.put("operators", operators.stream().map(state::address).toList());
    return json;
  }

  private static Map<String, Object> job(JobDefinition job) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", text(job.metadata().name()));
    json.put("params", types(job.params()));
    json.put("result", types(job.result()));
    json.put("price", price(job.pricingModel()));
    return json;
  }
}

package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.DynamicValue.Choice;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.RuntimeApi;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Output;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code services_*}, {@code rewards_*} and {@code credits_*} as Tangle's node has them
 * ({@code pallet_services_rpc}, {@code pallet_rewards_rpc}, {@code pallet_credits_rpc}): its errors,
 * its JSON.
 */
final class TangleMethods {
  private static final int RUNTIME_ERROR = 1;
  private static final int DISPATCH_ERROR = 3;

  private final Node node;

  private TangleMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var tangle = new TangleMethods(node);
    methods.now(
        params -> tangle.services("query_services_with_blueprints_by_operator", params),
        "services_queryServicesWithBlueprintsByOperator");
    methods.now(
        params -> tangle.services("query_service_requests_with_blueprints_by_operator", params),
        "services_queryServiceRequestsWithBlueprintsByOperator");
    methods.now(tangle::userRewards, "rewards_queryUserRewards");
    methods.now(tangle::userCredits, "credits_queryUserCredits");
    methods.now(tangle::userCreditsWithAsset, "credits_queryUserCreditsWithAsset");
  }

  private JsonNode services(String method, Params params) {
    Bytes operator = params.account(0, "operator");
    Hash at = params.hash(1, "at");
    return new Question("ServicesApi", method, operator, at).answer(
        (json, error) -> new RpcError(DISPATCH_ERROR, "Dispatch error", json.form(error)),
        reason -> new RpcError(RUNTIME_ERROR, "Runtime error", reason));
  }

  private JsonNode userRewards(Params params) {
    var arguments = new Output(64);
    arguments.raw(params.account(0, "account_id").array());
    asset(params, arguments);
    return amount("RewardsApi", "query_user_rewards", Bytes.wrap(arguments.toBytes()),
        params.hash(2, "at"), "Unable to query user rewards");
  }

  private JsonNode userCredits(Params params) {
    return amount("CreditsApi", "query_user_credits", params.account(0, "account_id"),
        params.hash(1, "at"), "Unable to query user credits");
  }

  private JsonNode userCreditsWithAsset(Params params) {
    var arguments = new Output(48);
    arguments.raw(params.account(0, "account_id").array());
    JsonNode id = params.get(1);
    assetId(id == null ? Json.array() : id, 1, arguments);
    return amount("CreditsApi", "query_user_credits_with_asset",
        Bytes.wrap(arguments.toBytes()), params.hash(2, "at"),
        "Unable to query user credits with asset");
  }

  private JsonNode amount(String api, String method, Bytes arguments,
      @Nullable Hash at, String message) {
    return new Question(api, method, arguments, at).answer(
        (json, error) -> new RpcError(RUNTIME_ERROR, message, Json.text(json.debugged(error))),
        reason -> new RpcError(RUNTIME_ERROR, message,
            reason.startsWith("UnknownBlock: ")
                ? "Application(UnknownBlock(\"" + reason.substring(14) + "\"))" : reason));
  }

  /** {@code Asset<u128>} as serde reads it: {@code {"Custom":0}} or {@code {"Erc20":"0x…"}}. */
  private static void asset(Params params, Output out) {
    JsonNode asset = params.get(1);
    if (asset == null || !asset.isObject() || asset.size() != 1) {
      throw RpcError.params("parameter 2 (asset_id): expected {\"Custom\": number} or "
          + "{\"Erc20\": \"0x…\"}, found " + (asset == null ? "nothing" : asset));
    }
    String variant = asset.fieldNames().next();
    switch (variant) {
      case "Custom" -> {
        out.u8(0);
        assetId(asset.path(variant), 1, out);
      }
      case "Erc20" -> {
        out.u8(1);
        out.raw(Optional.of(asset.path(variant).asText()).filter(text -> text.startsWith("0x"))
            .flatMap(Hex::parse).filter(bytes -> bytes.length == 20)
            .orElseThrow(() -> RpcError.params(
                "parameter 2 (asset_id): expected an address of 20 bytes, found " + asset)));
      }
      case String other -> throw RpcError
          .params("unknown variant `" + other + "`, expected `Custom` or `Erc20`");
    }
  }

  private static void assetId(JsonNode id, int index, Output out) {
    BigInteger number = id.isIntegralNumber() ? id.bigIntegerValue() : BigInteger.ONE.negate();
    if (number.signum() < 0 || number.bitLength() > 128) {
      throw RpcError.params("parameter " + (index + 1)
          + " (asset_id): expected a number of 128 bits, found " + id);
    }
    out.u64(number.longValue());
    out.u64(number.shiftRight(64).longValue());
  }

  /** An error of the runtime with its type. */
  private record Refused(int type, DynamicValue value) {}

  /** How a refusal is told. */
  private record Telling(SerdeJson json) {
    JsonNode form(Refused error) {
      return json.json(error.type(), error.value());
    }

    String debugged(Refused error) {
      return json.debug(error.type(), error.value());
    }
  }

  /** One call of a runtime API that answers a {@code Result}. */
  private final class Question {
    private final String api;
    private final String method;
    private final Bytes arguments;
    private final @Nullable Hash at;

    Question(String api, String method, Bytes arguments,
        @Nullable Hash at) {
      this.api = api;
      this.method = method;
      this.arguments = arguments;
      this.at = at;
    }

    JsonNode answer(BiFunction<Telling, Refused, RpcError> refusal,
        Function<String, RpcError> failure) {
      Bytes bytes;
      try {
        bytes = node.call(node.blockAt(at), api + "_" + method, arguments);
      } catch (RpcError failed) {
        throw failure.apply(failed.text().replaceFirst("^Client error: ", ""));
      }
      Metadata metadata = node.metadata();
      var json = new SerdeJson(metadata);
      int type = output(metadata);
      Choice result = (Choice) new DynamicCodec(metadata, type).decode(bytes.array()).trusted();
      TypeDef.Case variant = metadata.cases(type).stream()
          .filter(each -> each.name().equals(result.name())).findFirst().orElseThrow();
      int inner = variant.fields().getFirst().type();
      DynamicValue value = result.members().getFirst().value();
      if (result.name().equals("Ok")) {
        return json.json(inner, value);
      }
      throw refusal.apply(new Telling(json), new Refused(inner, value));
    }

    private int output(Metadata metadata) {
      return metadata.apis().stream().filter(each -> each.name().equals(api))
          .flatMap(each -> each.methods().stream())
          .filter(each -> each.name().equals(method)).mapToInt(RuntimeApi.Method::output)
          .findFirst().orElseThrow();
    }
  }
}

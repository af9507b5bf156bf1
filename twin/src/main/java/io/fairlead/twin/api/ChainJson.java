package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.twin.log.LogHead;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How accounts, assets, amounts and texts of one chain stand in JSON. */
final class ChainJson {
  private final int ss58Prefix;
  private final ShapeJson shapes;

  ChainJson(int ss58Prefix) {
    this.ss58Prefix = ss58Prefix;
    this.shapes = new ShapeJson(ss58Prefix);
  }

  static ObjectNode object() {
    return Answer.JSON.createObjectNode();
  }

  /** The address. */
  String account(AccountId account) {
    return Ss58.encode(ss58Prefix, account.bytes());
  }

  /** TNT, the number of an asset, or a token's address. */
  static String asset(Asset asset) {
    return switch (asset) {
      case Asset.Custom(var id) when asset.equals(Asset.NATIVE) -> "TNT";
      case Asset.Custom(var id) -> id.toString();
      case Asset.Erc20(var token) -> token.toString();
    };
  }

  static ObjectNode amount(Asset asset, Balance amount) {
    return object().put("asset", asset(asset)).put("amount", amount.toString());
  }

  /** A value in the chain's own words. */
  <T> JsonNode value(Codec<T> codec, T value) {
    return shapes.json(codec, value);
  }

  <T> ArrayNode list(Iterable<T> all, Function<T, JsonNode> each) {
    ArrayNode array = Answer.JSON.createArrayNode();
    all.forEach(one -> array.add(each.apply(one)));
    return array;
  }

  ArrayNode accounts(List<AccountId> accounts) {
    ArrayNode array = Answer.JSON.createArrayNode();
    accounts.forEach(each -> array.add(account(each)));
    return array;
  }

  ArrayNode commitments(List<AssetSecurityCommitment> commitments) {
    return list(commitments, each -> object().put("asset", asset(each.asset())).put("percent",
        each.exposurePercent().parts()));
  }

  ArrayNode requirements(List<AssetSecurityRequirement> requirements) {
    return list(requirements,
        each -> object().put("asset", asset(each.asset()))
            .put("min", each.minExposurePercent().parts())
            .put("max", each.maxExposurePercent().parts()));
  }

  /** Sets the account, if there is one. */
  void put(ObjectNode json, String name, @Nullable AccountId account) {
    if (account != null) {
      json.put(name, account(account));
    }
  }

  /** Sets a block or another number that is -1 where there is none. */
  static void put(ObjectNode json, String name, long number) {
    if (number >= 0) {
      json.put(name, number);
    }
  }

  /** Sets what {@code toString} says, if there is something. */
  static void text(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  /** Sets a text that somebody on the chain wrote. */
  static void readable(ObjectNode json, String name, @Nullable Bytes text) {
    if (text != null) {
      json.put(name, Readable.of(text));
    }
  }

  /** The blocks that are not in the log. */
  static ArrayNode holes(LogHead log) {
    ArrayNode holes = Answer.JSON.createArrayNode();
    log.holes().forEach(hole -> holes.addObject().put("from", hole.from()).put("to", hole.to()));
    return holes;
  }
}

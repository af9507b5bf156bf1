package io.fairlead.cli.chain;

import io.fairlead.cli.Amounts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.Balance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Assets and amounts of them, for people and for JSON. */
public final class Holding {
  private Holding() {}

  /** {@code TNT}, {@code asset 1}, {@code token 0x…}. */
  public static String name(Asset asset) {
    return switch (asset) {
      case Asset.Custom(var id) when asset.equals(Asset.NATIVE) -> "TNT";
      case Asset.Custom(var id) -> "asset " + id;
      case Asset.Erc20(var token) -> "token " + token;
    };
  }

  /** An amount with its unit: TNT, or the smallest unit of another asset. */
  public static String amount(Asset asset, Balance amount) {
    return asset.equals(Asset.NATIVE) ? Amounts.tnt(amount)
        : amount + " units of " + name(asset);
  }

  /** Amounts of several assets in a line; a dash for none. */
  public static String all(SortedMap<Asset, Balance> amounts) {
    return amounts.isEmpty() ? "-" : String.join(", ", amounts.entrySet().stream()
        .map(entry -> amount(entry.getKey(), entry.getValue())).toList());
  }

  /** Amounts by asset's name, in the smallest unit. */
  public static Map<String, String> json(SortedMap<Asset, Balance> amounts) {
    var json = new LinkedHashMap<String, String>();
    amounts.forEach((asset, amount) -> json.put(name(asset), amount.toString()));
    return json;
  }

  /** Sums by asset. */
  public static final class Sums {
    private final SortedMap<Asset, Balance> sums = new TreeMap<>();

    /** Adds an amount; nothing for zero. */
    public void add(Asset asset, Balance amount) {
      if (!amount.equals(Balance.ZERO)) {
        sums.merge(asset, amount, Balance::plus);
      }
    }

    /** What was added. */
    public SortedMap<Asset, Balance> all() {
      return sums;
    }
  }
}

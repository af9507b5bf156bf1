package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How accounts, assets and amounts stand in a column. */
final class Texts {
  private static final String CONTRACT = "0x";

  private Texts() {}

  static String of(Asset asset) {
    return switch (asset) {
      case Asset.Custom(AssetId id) -> id.toString();
      case Asset.Erc20(EvmAddress token) -> token.toString();
    };
  }

  static Asset asset(String text) {
    return text.startsWith(CONTRACT) ? new Asset.Erc20(EvmAddress.hex(text))
        : new Asset.Custom(id(Balance.parse(text)));
  }

  private static AssetId id(Balance number) {
    return new AssetId(number.high(), number.low());
  }

  static @Nullable String of(@Nullable AccountId account) {
    return account == null ? null : account.toString();
  }

  static BigDecimal of(Balance amount) {
    return new BigDecimal(amount.toBigInteger());
  }
}

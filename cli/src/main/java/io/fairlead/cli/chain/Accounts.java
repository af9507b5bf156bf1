package io.fairlead.cli.chain;

import io.fairlead.cli.Failure;
import io.fairlead.substrate.keys.KeyResult;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.keys.Suri;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hex;

/** Accounts as a command line names them. */
public final class Accounts {
  private Accounts() {}

  /**
   * An address of any network, 0x and 64 digits, or a development key such as {@code //Alice}; other
   * text is wrong usage.
   */
  public static AccountId parse(String text) {
    if (text.startsWith("//")) {
      return switch (Suri.derive(Scheme.SR25519, text)) {
        case KeyResult.Derived(var pair) -> AccountId.of(pair.accountIdBytes());
        case KeyResult.Refused(String reason) -> throw Failure.usage(text + ": " + reason);
      };
    }
    if (text.startsWith("0x")) {
      return Hex.parse(text).filter(bytes -> bytes.length == 32).map(AccountId::of).orElseThrow(
          () -> Failure.usage("expected 0x and 64 hexadecimal digits, found " + text));
    }
    return switch (Ss58.decode(text)) {
      case Ss58.Address good when good.account().length == 32 -> AccountId.of(good.account());
      case Ss58.Address other ->
          throw Failure.usage("expected the address of an account, found " + text);
      case Ss58.Invalid(String reason) ->
          throw Failure.usage("expected the address of an account, found " + reason);
    };
  }
}

package io.fairlead.cli.keys;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Ss58;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead keys inspect}: the public side of a key, or what an address means. */
@Command(name = "inspect", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show account and addresses of a key or of an address. Never a secret.",
    footer = {"", "Examples:", "  fairlead keys inspect --dev //Alice",
        "  fairlead keys inspect --suri-file operator.suri --scheme ed25519",
        "  fairlead keys inspect 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"})
final class InspectKey implements Callable<Integer> {
  private static final int TESTNET_PREFIX = 42;
  private static final int MAINNET_PREFIX = 5845;

  @Parameters(arity = "0..1", paramLabel = "ADDRESS",
      description = "SS58 address or 0x and 64 hexadecimal digits.") private @Nullable String address;

  @Mixin private SecretOptions secret = new SecretOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--prefix", paramLabel = "N", defaultValue = "" + TESTNET_PREFIX,
      description = "Network of the printed address: 42 testnet, 5845 mainnet (default: 42).") private int prefix =
          TESTNET_PREFIX;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (prefix < 0 || prefix > Ss58.PREFIX_MAX) {
      throw Failure.usage("--prefix: expected 0 to " + Ss58.PREFIX_MAX + ", found " + prefix);
    }
    Map<String, String> facts = facts();
    var out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(OutputOptions.json(facts));
    } else {
      facts.forEach((name, value) -> out.printf("%-16s %s%n", name, value));
    }
    return ExitCode.DONE;
  }

  private Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    var key = secret.key();
    if (key.isPresent() == (address != null)) {
      throw Failure.usage("name one key or one address, such as --dev //Alice");
    }
    byte[] account = key.map(KeyPair::accountIdBytes).orElseGet(this::addressed);
    key.ifPresent(pair -> {
      facts.put("scheme", pair.scheme().name().toLowerCase(Locale.ROOT));
      facts.put("publicKey", Hex.of(pair.publicKey()));
    });
    facts.put("accountId", AccountId.of(account).toString());
    facts.put("address", Ss58.encode(prefix, account));
    facts.put("mainnetAddress", Ss58.encode(MAINNET_PREFIX, account));
    return facts;
  }

  private byte[] addressed() {
    String text = String.valueOf(address);
    if (text.startsWith("0x")) {
      return Hex.parse(text).filter(bytes -> bytes.length == 32).orElseThrow(() -> Failure
          .usage("expected 0x and 64 hexadecimal digits of an account, found other text"));
    }
    return switch (Ss58.decode(text)) {
      case Ss58.Address(int network, byte[] account) when account.length == 32 -> account;
      case Ss58.Address other -> throw Failure.usage("an address of a public key of "
          + other.account().length + " bytes, not of an account");
      case Ss58.Invalid(String reason) -> throw Failure.usage("address: " + reason);
    };
  }
}

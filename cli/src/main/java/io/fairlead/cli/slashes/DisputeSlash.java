package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.keys.SecretOptions;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.TangleChain;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Hex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes dispute}. */
@Command(name = "dispute", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Take a pending slash out of the queue.",
        "Only the dispute origin of the service may. It is an EVM address mapped by hash, for"
            + " which nobody holds a key: on a dev chain --via sudo acts for it, with the key of"
            + " Sudo; on a real one print the call with call-data and send it from there."},
    footer = {"", "Examples:",
        "  fairlead slashes dispute 0 --via sudo                 (dev chain, signed by //Alice)",
        "  fairlead slashes dispute 0 --via none --suri-file disputer.suri"})
final class DisputeSlash implements Callable<Integer> {
  /** Who acts. */
  enum Via {
    SUDO, NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "N", description = "Index of the slash.") private long index;

  @Option(names = "--via", paramLabel = "sudo|none", defaultValue = "none",
      description = "sudo: Sudo.sudo_as acts for the origin; none: the signer is the origin"
          + " (default).") private Via via = Via.NONE;

  @Option(names = "--origin", paramLabel = "0x…",
      description = "With --via sudo: the EVM address that the manager names as dispute origin"
          + " (default: that of the dev chain's managers).") private String origin =
              DevGenesis.DISPUTER.toString();

  @Mixin private SecretOptions secret = new SecretOptions();
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    KeyPair key = secret.key().orElseGet(this::devSudo);
    @Nullable AccountId acting = via == Via.SUDO ? originAccount() : null;
    return chain.with(connected -> {
      PendingSlash pending = PendingSlash.find(PendingSlash.read(connected), index);
      Bytes dispute = SlashCallData.dispute(connected, pending);
      Bytes call = acting == null ? dispute : connected.sudoAs(acting, dispute);
      Included included = connected.finalized(new KeySigner(key), call).join();
      return told(connected, pending, included);
    });
  }

  /** The key of Sudo on a dev chain, which everybody knows. */
  private KeyPair devSudo() {
    if (via == Via.NONE) {
      throw Failure.usage("who signs? Give --suri-file, --suri-env or --dev //NAME");
    }
    return KeyPair.ofSuri(Scheme.SR25519, "//Alice");
  }

  private AccountId originAccount() {
    return Hex.parse(origin).filter(bytes -> bytes.length == 20)
        .map(bytes -> ServicesAccounts.accountOf(EvmAddress.of(bytes)))
        .orElseThrow(() -> Failure
            .usage("--origin: expected 0x and 40 hexadecimal digits, found " + origin));
  }

  private int told(TangleChain connected, PendingSlash pending, Included included) {
    var out = spec.commandLine().getOut();
    boolean discarded =
        included.events().stream().anyMatch(event -> event.name().equals("SlashDiscarded"));
    if (!discarded) {
      String why = included.error().orElse(via == Via.SUDO
          ? "the dispute origin is not " + origin + ", or the key is not that of Sudo"
          : "no SlashDiscarded event");
      throw new Failure(ExitCode.REFUSED, "the chain refused in block " + included.number() + ": "
          + why + ". Slash " + index + " still waits");
    }
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("index", index);
      document.put("disputed", true);
      document.put("block", included.number());
      document.put("operator", connected.address(pending.slash().operator()));
      out.println(OutputOptions.json(document));
    } else {
      out.printf("slash %d of %s is out of the queue since block %d%n", index,
          connected.address(pending.slash().operator()), included.number());
    }
    return ExitCode.DONE;
  }
}

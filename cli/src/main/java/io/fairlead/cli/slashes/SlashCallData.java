package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.TangleChain;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.primitive.Bytes;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes call-data}. */
@Command(name = "call-data", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Print the SCALE call that disputes a slash, for a proxy or multisig.",
        "Its pallet index is that of the connected chain."},
    footer = {"", "Example:", "  fairlead slashes call-data 1 --url ws://127.0.0.1:9944"})
final class SlashCallData implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "Index of the slash.") private long index;

  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** The dispute of {@code pending} as the chain's call. */
  static Bytes dispute(TangleChain chain, PendingSlash pending) {
    return chain
        .encode(new ServicesCall.Dispute(pending.slash().era(), pending.index()));
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    return chain.with(connected -> {
      PendingSlash pending = PendingSlash.find(PendingSlash.read(connected), index);
      String data = dispute(connected, pending).toString();
      if (output.isJson()) {
        var document = new LinkedHashMap<String, Object>();
        document.put("index", index);
        document.put("call", "Services.dispute");
        document.put("data", data);
        out.println(OutputOptions.json(document));
      } else {
        out.println(data);
      }
      return ExitCode.DONE;
    });
  }
}

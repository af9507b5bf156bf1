package io.fairlead.cli.tx;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.chain.Named;
import io.fairlead.cli.keys.SecretOptions;
import io.fairlead.client.Included;
import io.fairlead.client.KeySigner;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.SignedExtrinsic;
import io.fairlead.client.TangleChain;
import io.fairlead.client.TransactionStatus;
import io.fairlead.client.Units;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead tx}. */
@Command(name = "tx", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Send a call of any Substrate chain, by name, with JSON arguments.",
        "Arguments are an object by field name or an array in order; @FILE reads them from a file."
            + " Accounts are addresses or development keys, amounts the smallest unit or text such"
            + " as \"1.5 TNT\", bytes hexadecimal or text, a call inside a call its SCALE bytes."},
    footer = {"", "Exit code 1: the chain refused the call, or a call inside it.", "",
        "Examples:",
        "  fairlead tx Balances.transfer_keep_alive '{\"dest\":\"//Bob\",\"value\":\"1.5 TNT\"}'"
            + " --dev //Alice",
        "  fairlead tx MultiAssetDelegation.join_operators '[\"1000 TNT\"]' --suri-file me.suri",
        "  fairlead tx Rewards.update_apy_blocks '[100]' --via sudo --dev //Alice",
        "  fairlead tx Services.dispute '[7, 0]' --call-data"})
public final class TxCommand implements Callable<Integer> {
  /** How long a command waits. */
  enum Wait {
    FINALIZED, IN_BLOCK, NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(index = "0", paramLabel = "PALLET.CALL",
      description = "The call, as the chain names it.") private String what = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "ARGS_JSON",
      description = "Its arguments (default: none).") private String arguments = "";

  @Option(names = "--via", paramLabel = "sudo|proxy|none", defaultValue = "none",
      description = "sudo: Root acts, or with --as that account; proxy: acts for --as; none: the"
          + " signer itself (default).") private Via via = Via.NONE;

  @Option(names = "--as", paramLabel = "ACCOUNT",
      description = "With --via sudo or proxy: for whom.") private @Nullable String account;

  @Option(names = "--call-data",
      description = "Print the SCALE call and send nothing.") private boolean onlyData;

  @Option(names = "--dry-run",
      description = "Tell fee and outcome on the node's best state and send nothing.") private boolean dryRun;

  @Option(names = "--wait", paramLabel = "finalized|in-block|none", defaultValue = "finalized",
      description = "How long to wait (default: finalized).") private String wait = "finalized";

  @Mixin private SecretOptions secret = new SecretOptions();
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Named named = Named.parse(what, "PALLET.CALL");
    JsonNode json = CallArguments.parse(arguments);
    Wait until = wanted();
    KeySigner signer = onlyData ? null : new KeySigner(key());
    return chain.withAny(connected -> {
      Units units = connected.rpc().units().join();
      var calls = new CallArguments(connected, units);
      Bytes call = calls.via(via, account, calls.call(named, json));
      if (signer == null) {
        return data(named, call);
      }
      SignedExtrinsic signed = connected.sign(signer, call).join();
      return dryRun ? new DryRun(connected, units, output, spec.commandLine().getOut())
          .tell(named, signed) : send(connected, units, named, signed, until);
    });
  }

  private Wait wanted() {
    for (Wait each : Wait.values()) {
      if (each.toString().equals(wait)) {
        return each;
      }
    }
    throw Failure.usage("--wait: expected finalized, in-block or none, found " + wait);
  }

  private KeyPair key() {
    return secret.key().orElseThrow(() -> Failure
        .usage("who signs? Give --suri-file, --suri-env or --dev //NAME, or --call-data"));
  }

  private int data(Named named, Bytes call) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("call", named.toString());
      document.put("data", call.toString());
      out.println(OutputOptions.json(document));
    } else {
      out.println(call);
    }
    return ExitCode.DONE;
  }

  private int send(TangleChain connected, Units units, Named named, SignedExtrinsic signed,
      Wait until) {
    var document = new LinkedHashMap<String, Object>();
    document.put("call", named.toString());
    document.put("signer", connected.address(signed.signer()));
    document.put("nonce", signed.nonce());
    document.put("extrinsic", signed.hash().toString());
    PrintWriter out = spec.commandLine().getOut();
    if (!output.isJson()) {
      out.printf("%s by %s, nonce %d%n", named, document.get("signer"), signed.nonce());
    }
    if (until == Wait.NONE) {
      connected.rpc().submit(signed.bytes()).join();
      out.println(output.isJson() ? OutputOptions.json(document)
          : "sent as " + signed.hash() + ", not waited for");
      return ExitCode.DONE;
    }
    var effects = new Effects(connected, units, included(connected, signed, until));
    if (output.isJson()) {
      document.putAll(effects.json());
      out.println(OutputOptions.json(document));
    } else {
      effects.text().forEach(out::println);
    }
    out.flush();
    effects.refusal().ifPresent(error -> {
      throw new Failure(ExitCode.REFUSED, "the chain refused " + named + ": "
          + Effects.explained(error) + (via == Via.NONE && !isBatch(named)
              ? ". The call changed nothing; the fee is paid" : ""));
    });
    return ExitCode.DONE;
  }

  private static boolean isBatch(Named named) {
    return named.pallet().equals("Utility");
  }

  private static Included included(TangleChain chain, SignedExtrinsic signed, Wait until) {
    var block = new CompletableFuture<Hash>();
    chain.submit(signed, status -> heard(status, until, block)).join().end()
        .exceptionally(lost -> {
          block.completeExceptionally(lost);
          return new TransactionStatus.Dropped();
        });
    Hash at = block.join();
    return chain.rpc().block(at).thenApply(found -> chain.find(found, signed.hash())
        .orElseThrow(() -> RpcFailure
            .unexpected("extrinsic " + signed.hash() + " is not in block " + at)))
        .join();
  }

  private static void heard(TransactionStatus status, Wait until, CompletableFuture<Hash> block) {
    switch (status) {
      case TransactionStatus.Finalized(Hash at) -> block.complete(at);
      case TransactionStatus.InBlock(Hash at) when until == Wait.IN_BLOCK -> block.complete(at);
      case TransactionStatus other -> {
        if (other.isLast()) {
          block.completeExceptionally(RpcFailure.refused(0,
              "the pool gave the extrinsic up: " + other));
        }
      }
    }
  }
}

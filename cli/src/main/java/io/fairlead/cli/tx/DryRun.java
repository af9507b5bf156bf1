package io.fairlead.cli.tx;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.Named;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.SignedExtrinsic;
import io.fairlead.client.TangleChain;
import io.fairlead.client.Units;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Output;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What an extrinsic would cost and do on the node's best state; nothing is sent. */
final class DryRun {
  private static final List<String> INVALID = List.of("the call is not expected",
      "the signer cannot pay the fee", "the nonce is too high", "the nonce is used",
      "the signature is wrong", "its era begins before the blocks that the chain remembers",
      "the block has no room for it", "a check of the chain's own refuses it",
      "a mandatory call failed", "only the author of a block may send it",
      "the signer may not sign");

  private final TangleChain chain;
  private final Units units;
  private final OutputOptions output;
  private final PrintWriter out;

  DryRun(TangleChain chain, Units units, OutputOptions output, PrintWriter out) {
    this.chain = chain;
    this.units = units;
    this.output = output;
    this.out = out;
  }

  int tell(Named named, SignedExtrinsic signed) {
    Balance fee = fee(signed.bytes());
    Optional<String> refusal = refusal(signed.bytes());
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("call", named.toString());
      document.put("signer", chain.address(signed.signer()));
      document.put("nonce", signed.nonce());
      document.put("fee", fee.toString());
      document.put("sent", false);
      refusal.ifPresent(error -> document.put("error", error));
      out.println(OutputOptions.json(document));
    } else {
      out.printf("%s by %s, nonce %d%nfee %s%n%s; nothing was sent%n", named,
          chain.address(signed.signer()), signed.nonce(), units.text(fee),
          refusal.map(error -> "the chain would refuse it").orElse("the chain would take it"));
    }
    out.flush();
    refusal.ifPresent(error -> {
      throw new Failure(ExitCode.REFUSED,
          "the chain would refuse " + named + ": " + error);
    });
    return ExitCode.DONE;
  }

  /** {@code TransactionPaymentApi_query_info}: the last 16 bytes are the fee. */
  private Balance fee(Bytes extrinsic) {
    var arguments = new Output(extrinsic.size() + 4);
    arguments.raw(extrinsic.array());
    arguments.u32(extrinsic.size());
    byte[] info = chain.rpc().runtimeCall("TransactionPaymentApi_query_info",
        Bytes.wrap(arguments.toBytes()), null).join().array();
    return info.length < 16 ? Balance.ZERO
        : Balance.CODEC.decode(Arrays.copyOfRange(info, info.length - 16, info.length)).trusted();
  }

  /** {@code system_dryRun}: the bytes of an {@code ApplyExtrinsicResult}. */
  private Optional<String> refusal(Bytes extrinsic) {
    ChainRpc rpc = chain.rpc();
    byte[] result = rpc.client().call("system_dryRun", extrinsic.toString())
        .thenApply(json -> Hex.parse(json.asText()).orElseThrow(
            () -> RpcFailure.unexpected("system_dryRun answered " + json)))
        .join();
    if (result.length < 2) {
      throw RpcFailure.unexpected("system_dryRun answered " + Hex.of(result));
    }
    if (result[0] == 0) {
      return result[1] == 0 ? Optional.empty()
          : Optional.of(
              Effects.explained(error(Arrays.copyOfRange(result, 2, result.length))));
    }
    if (result[1] != 0) {
      return Optional.of("the chain cannot tell whether it is valid");
    }
    int reason = result.length > 2 ? result[2] : -1;
    return Optional.of(reason >= 0 && reason < INVALID.size() ? INVALID.get(reason)
        : "invalid for reason " + reason);
  }

  private String error(byte[] bytes) {
    Metadata metadata = chain.metadata();
    for (int type = 0; type < metadata.types().size(); type++) {
      if (metadata.type(type).pathText().equals("sp_runtime::DispatchError")) {
        return switch (new DynamicCodec(metadata, type).decode(bytes)) {
          case Decoded.Value<DynamicValue>(DynamicValue error) -> chain.errorName(error);
          case Decoded.Malformed<DynamicValue> bad -> Hex.of(bytes);
        };
      }
    }
    return Hex.of(bytes);
  }
}

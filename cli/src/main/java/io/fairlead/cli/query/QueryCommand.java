package io.fairlead.cli.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.BlockOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.chain.Named;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.client.ValueToJson;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.scale.Decoded;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead query}. */
@Command(name = "query", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Read a storage item or constant of any Substrate chain, by its metadata.",
        "With fewer keys than the item has, every entry under them is read, page by page. Amounts"
            + " are in the smallest unit; a value that is not stored is marked as default."},
    footer = {"", "Examples:", "  fairlead query Balances.TotalIssuance",
        "  fairlead query System.Account //Alice --at 1",
        "  fairlead query MultiAssetDelegation.Operators --output json",
        "  fairlead query Rewards.AssetLookupRewardVaults '{\"Custom\":1}'",
        "  fairlead query Services.SlashDeferDuration"})
public final class QueryCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build();

  @Parameters(index = "0", paramLabel = "PALLET.ITEM",
      description = "A storage item or a constant.") private String what = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY",
      description = "Keys as JSON; plain text is taken as it stands.") private List<String> keys =
          new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "0",
      description = "Print at most N entries (default: all).") private long limit;

  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private BlockOptions block = new BlockOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Named named = Named.parse(what, "PALLET.ITEM");
    return chain.withAny(connected -> {
      PalletMetadata pallet = named.palletOf(connected.metadata());
      var item = pallet.entry(named.name());
      if (item.isPresent()) {
        entries(connected, named, new Entries(connected, pallet, item.get()));
      } else {
        constant(connected, named, pallet);
      }
      return ExitCode.DONE;
    });
  }

  private static JsonNode json(String key) {
    try {
      return JSON.readTree(key);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.textNode(key);
    }
  }

  private void entries(TangleChain connected, Named named, Entries entries) {
    PrintWriter out = spec.commandLine().getOut();
    List<JsonNode> given = keys.stream().map(QueryCommand::json).toList();
    Entries.Place place = entries.place(given);
    BlockOptions.Point at = block.of(connected.rpc());
    var found = new ArrayList<Object>();
    var count = new long[1];
    if (!output.isJson()) {
      out.printf("%s at block %d%n", named, at.number());
    }
    entries.read(at, place, entry -> {
      count[0]++;
      if (output.isJson()) {
        found.add(document(entry));
      } else {
        out.println(text(entry));
      }
      return count[0] != limit;
    });
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("item", named.toString());
      document.put("block", at.number());
      document.put("hash", at.hash().toString());
      document.put("entries", found);
      out.println(OutputOptions.json(document));
    } else if (count[0] == 0) {
      out.println("no entries");
    }
    out.flush();
  }

  private static LinkedHashMap<String, Object> document(Entries.Found entry) {
    var document = new LinkedHashMap<String, Object>();
    document.put("keys", entry.keys());
    document.put("value", entry.value());
    document.put("default", !entry.stored());
    return document;
  }

  private static String text(Entries.Found entry) {
    var keys = new StringBuilder();
    for (JsonNode key : entry.keys()) {
      keys.append(key.isTextual() ? key.asText() : key.toString()).append("  ");
    }
    String mark = entry.stored() ? "" : entry.value().isNull() ? "not stored" : "  (default)";
    return keys + (entry.value().isNull() && !entry.stored() ? "" : entry.value().toString())
        + mark;
  }

  private void constant(TangleChain connected, Named named, PalletMetadata pallet) {
    PalletMetadata.Constant constant = pallet.constant(named.name()).orElseThrow(() -> {
      var known = new ArrayList<String>();
      var storage = pallet.storage();
      if (storage != null) {
        storage.entries().forEach(entry -> known.add(entry.name()));
      }
      pallet.constants().forEach(each -> known.add(each.name()));
      return Named.unknown("storage item or constant", named.toString(), known);
    });
    if (!keys.isEmpty()) {
      throw Failure.usage(named + " is a constant and has no keys");
    }
    var codec = new DynamicCodec(connected.metadata(), constant.type());
    JsonNode value = switch (codec.decode(constant.value().array())) {
      case Decoded.Value<DynamicValue>(DynamicValue decoded) ->
          new ValueToJson(connected.metadata(), connected.ss58Prefix()).json(constant.type(),
              decoded);
      case Decoded.Malformed<DynamicValue> bad ->
          throw RpcFailure.unexpected(named + " does not fit its metadata: " + bad.message());
    };
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("constant", named.toString());
      document.put("value", value);
      out.println(OutputOptions.json(document));
    } else {
      out.printf("%s, a constant%n%s%n", named, value);
    }
  }
}

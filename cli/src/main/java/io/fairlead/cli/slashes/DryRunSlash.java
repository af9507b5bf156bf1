package io.fairlead.cli.slashes;

import io.fairlead.cli.Amounts;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.chain.Holding;
import io.fairlead.client.RemoteState;
import io.fairlead.client.RpcFailure;
import io.fairlead.client.TangleChain;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.RuntimeTypes;
import io.fairlead.runtime.SlashPreview;
import io.fairlead.substrate.primitive.Balance;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes dry-run}. */
@Command(name = "dry-run", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Tell what a slash would take: of the operator, of each delegation, of each asset.",
        "Under the rules of the connected node, and under those of the chain as deployed. Runs on a"
            + " copy of the finalized state; nothing is sent."},
    footer = {"", "Examples:", "  fairlead slashes dry-run 1",
        "  fairlead slashes dry-run 1 --rules deployed,slashing.taking=as-written"})
final class DryRunSlash implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "Index of the slash.") private long index;

  @Option(names = "--rules", paramLabel = "RULES",
      description = "Rules instead of the node's (see fairlead rules list).") private @Nullable String rules;

  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return chain.with(connected -> {
      PendingSlash.Queue queue = PendingSlash.read(connected);
      PendingSlash pending = PendingSlash.find(queue, index);
      Rules own = rules == null ? nodeRules(connected) : parsed(rules);
      SlashPreview here = preview(connected, queue, pending, own);
      SlashPreview deployed = preview(connected, queue, pending, Rules.DEPLOYED);
      if (output.isJson()) {
        json(out, connected, pending, own, here, deployed);
      } else {
        text(out, connected, pending, own, here, deployed);
      }
      return ExitCode.DONE;
    });
  }

  private static SlashPreview preview(TangleChain chain, PendingSlash.Queue queue,
      PendingSlash pending, Rules rules) {
    Profile profile = Profile.ALL.stream()
        .filter(it -> it.ss58Prefix() == chain.ss58Prefix()).findFirst()
        .orElse(Profile.TANGLE_TESTNET);
    return SlashPreview.of(new RuntimeTypes(profile), rules,
        new RemoteState(chain.rpc(), queue.at()), pending.slash());
  }

  /** What the node says of its rules; a node without that method runs the chain as deployed. */
  private static Rules nodeRules(TangleChain chain) {
    try {
      var settings = new ArrayList<String>();
      chain.rpc().client().call("fairlead_rules").join().properties()
          .forEach(setting -> settings.add(setting.getKey() + "=" + setting.getValue().asText()));
      return parsed(String.join(",", settings));
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RpcFailure refused
          && refused.kind() == RpcFailure.Kind.REFUSED) {
        return Rules.DEPLOYED;
      }
      throw failed;
    }
  }

  private static Rules parsed(String text) {
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules good) -> good;
      case Rules.Parsed.Bad(String message) -> throw Failure.usage(message);
    };
  }

  private static void json(PrintWriter out, TangleChain chain, PendingSlash pending, Rules rules,
      SlashPreview here, SlashPreview deployed) {
    var document = new LinkedHashMap<String, Object>();
    document.put("index", pending.index());
    document.put("operator", chain.address(pending.slash().operator()));
    document.put("percent", pending.slash().slashPercent().parts());
    document.put("rules", rules.toString());
    document.put("taken", taken(chain, here));
    document.put("deployed", taken(chain, deployed));
    out.println(OutputOptions.json(document));
  }

  private static Map<String, Object> taken(TangleChain chain, SlashPreview preview) {
    var json = new LinkedHashMap<String, Object>();
    json.put("stake", preview.stake().toString());
    var delegations = new ArrayList<Map<String, Object>>();
    for (SlashPreview.Cut cut : preview.cuts()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("delegator", chain.address(cut.delegator()));
      one.put("asset", Holding.name(cut.asset()));
      one.put("before", cut.before().toString());
      one.put("loss", cut.loss().toString());
      delegations.add(one);
    }
    json.put("delegations", delegations);
    var totals = new LinkedHashMap<String, String>();
    preview.totals().forEach((asset, amount) -> totals.put(Holding.name(asset), amount.toString()));
    json.put("totals", totals);
    preview.refusal().ifPresent(reason -> json.put("refused", reason));
    return json;
  }

  private static void text(PrintWriter out, TangleChain chain, PendingSlash pending, Rules rules,
      SlashPreview here, SlashPreview deployed) {
    out.printf("slash %d of %s, %s%n", pending.index(),
        chain.address(pending.slash().operator()), pending.slash().slashPercent());
    out.printf("%-62s %24s %24s%n", "", "rules " + rules, "deployed");
    row(out, "operator's own stake", amount(Asset.NATIVE, here.stake()),
        amount(Asset.NATIVE, deployed.stake()));
    List<SlashPreview.Cut> others = deployed.cuts();
    for (int i = 0; i < here.cuts().size(); i++) {
      SlashPreview.Cut cut = here.cuts().get(i);
      Balance other = i < others.size() ? others.get(i).loss() : Balance.ZERO;
      row(out, chain.address(cut.delegator()) + " " + Holding.name(cut.asset()),
          amount(cut.asset(), cut.loss()), amount(cut.asset(), other));
    }
    here.totals().forEach((asset, total) -> row(out, "all of " + Holding.name(asset),
        amount(asset, total),
        amount(asset, deployed.totals().getOrDefault(asset, Balance.ZERO))));
    here.refusal().ifPresent(reason -> out.println("not taken: " + reason));
  }

  private static void row(PrintWriter out, String who, String here, String deployed) {
    out.printf("  %-60s %24s %24s%n", who, here, deployed);
  }

  /** The row says of which asset. */
  private static String amount(Asset asset, Balance amount) {
    return asset.equals(Asset.NATIVE) ? Amounts.tnt(amount) : amount + " units";
  }
}

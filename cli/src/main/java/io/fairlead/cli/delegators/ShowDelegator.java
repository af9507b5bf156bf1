package io.fairlead.cli.delegators;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.Accounts;
import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead delegators show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Show one delegator: deposits and locks, delegations, what it waits for.",
        "Rewards are what Rewards.claim_rewards would pay in the block."},
    footer = {"", "Examples:", "  fairlead delegators show //Eve --url ws://127.0.0.1:9944",
        "  fairlead delegators show //Eve --twin http://127.0.0.1:9955"})
final class ShowDelegator extends StateOrTwinCommand {
  @Parameters(paramLabel = "ACCOUNT",
      description = "Address, or a development key such as //Eve.") private String account = "";

  @Override
  protected String path() {
    return "/v1/delegators/" + Accounts.parse(account);
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("delegator " + data.path("account").asText(), data);
  }

  @Override
  protected Told told(StateView state) {
    AccountId who = Accounts.parse(account);
    DelegatorMetadata record = state
        .value("MultiAssetDelegation", "Delegators", DelegatorMetadata.CODEC,
            StateView.hashed(who))
        .orElseThrow(() -> Failure.check(state.address(who) + " is no delegator at block "
            + state.block() + "; see fairlead delegators list"));
    var view = new DelegatorView(who, record);
    SortedMap<Asset, Balance> rewards = rewards(state, view);
    return new Told(json(state, view, rewards), text(state, view, rewards));
  }

  /** What can be claimed for each deposit; nothing where the chain refuses to say. */
  private static SortedMap<Asset, Balance> rewards(StateView state, DelegatorView view) {
    var rewards = new TreeMap<Asset, Balance>();
    view.record().deposits().keySet().forEach(asset -> {
      var arguments = new Output(64);
      arguments.raw(view.account().bytes());
      Asset.CODEC.write(asset, arguments);
      byte[] answer = state
          .call("RewardsApi_query_user_rewards", Bytes.wrap(arguments.toBytes())).array();
      if (answer.length == 17 && answer[0] == 0) {
        rewards.put(asset, Balance.CODEC.decode(Arrays.copyOfRange(answer, 1, 17)).trusted());
      }
    });
    return rewards;
  }

  private static Map<String, Object> json(StateView state, DelegatorView view,
      SortedMap<Asset, Balance> rewards) {
    DelegatorMetadata record = view.record();
    var json = new LinkedHashMap<String, Object>();
    json.put("block", state.block());
    json.put("delegator", state.address(view.account()));
    var deposits = new ArrayList<Object>();
    record.deposits().forEach((asset, deposit) -> {
      Map<String, Object> one = held(asset, deposit.amount());
      one.put("delegated", deposit.delegatedAmount().toString());
      one.put("locks", locks(deposit).stream().map(lock -> {
        var locked = new LinkedHashMap<String, Object>();
        locked.put("amount", lock.amount().toString());
        locked.put("months", lock.lockMultiplier().value());
        locked.put("untilBlock", lock.expiryBlock());
        return locked;
      }).toList());
      deposits.add(one);
    });
    json.put("deposits", deposits);
    json.put("delegations", record.delegations().stream().map(bond -> {
      Map<String, Object> one = held(bond.asset(), bond.amount());
      one.put("operator", state.address(bond.operator()));
      one.put("selects", DelegatorView.selection(bond.blueprintSelection()));
      one.put("nomination", bond.isNomination());
      return one;
    }).toList());
    json.put("unstakeRequests", record.unstakeRequests().stream().map(request -> {
      Map<String, Object> one = held(request.asset(), request.amount());
      one.put("operator", state.address(request.operator()));
      one.put("requestedRound", request.requestedRound());
      return one;
    }).toList());
    json.put("withdrawRequests", record.withdrawRequests().stream().map(request -> {
      Map<String, Object> one = held(request.asset(), request.amount());
      one.put("requestedRound", request.requestedRound());
      return one;
    }).toList());
    json.put("rewards", Holding.json(rewards));
    return json;
  }

  private static Map<String, Object> held(Asset asset, Balance amount) {
    var json = new LinkedHashMap<String, Object>();
    json.put("asset", Holding.name(asset));
    json.put("amount", amount.toString());
    return json;
  }

  private static List<LockInfo> locks(Deposit deposit) {
    List<LockInfo> locks = deposit.locks();
    return locks == null ? List.of() : locks;
  }

  private static List<String> text(StateView state, DelegatorView view,
      SortedMap<Asset, Balance> rewards) {
    DelegatorMetadata record = view.record();
    var lines = new ArrayList<String>();
    lines.add("delegator " + state.address(view.account()) + " at block " + state.block());
    record.deposits().forEach((asset, deposit) -> {
      Balance claim = rewards.getOrDefault(asset, Balance.ZERO);
      lines.add("  deposit     " + Holding.amount(asset, deposit.amount()) + ", of that "
          + Holding.amount(asset, deposit.delegatedAmount()) + " delegated"
          + (claim.equals(Balance.ZERO) ? ""
              : "; rewards " + Holding.amount(Asset.NATIVE, claim)));
      locks(deposit).forEach(lock -> lines.add("              "
          + Holding.amount(asset, lock.amount()) + " locked until block " + lock.expiryBlock()
          + ", counts " + lock.lockMultiplier().value() + " times"));
    });
    for (BondInfoDelegator bond : record.delegations()) {
      lines.add("  delegation  " + Holding.amount(bond.asset(), bond.amount()) + " to "
          + state.address(bond.operator()) + ", "
          + DelegatorView.selection(bond.blueprintSelection())
          + (bond.isNomination() ? ", a restaked nomination" : ""));
    }
    for (BondLessRequest request : record.unstakeRequests()) {
      lines.add("  unstaking   " + Holding.amount(request.asset(), request.amount()) + " from "
          + state.address(request.operator()) + ", asked for in round "
          + request.requestedRound());
    }
    for (WithdrawRequest request : record.withdrawRequests()) {
      lines.add("  withdrawing " + Holding.amount(request.asset(), request.amount())
          + ", asked for in round " + request.requestedRound());
    }
    return lines;
  }
}

package io.fairlead.cli.tx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.client.ChainEvent;
import io.fairlead.client.Included;
import io.fairlead.client.TangleChain;
import io.fairlead.client.Units;
import io.fairlead.client.ValueToJson;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an extrinsic did: its events, its fee, and whether what it carried was refused. */
final class Effects {
  private final TangleChain chain;
  private final Units units;
  private final Included included;

  Effects(TangleChain chain, Units units, Included included) {
    this.chain = chain;
    this.units = units;
    this.included = included;
  }

  /** An event by name, with its fields as JSON. */
  record Told(String event, JsonNode data) {}

  List<Told> events() {
    var toJson = new ValueToJson(chain.metadata(), chain.ss58Prefix());
    var all = new ArrayList<Told>();
    for (ChainEvent event : included.events()) {
      all.add(switch (event) {
        case ChainEvent.Described described -> new Told(described.pallet() + "." + described.name(),
            data(toJson, described));
        case ChainEvent.Known known -> new Told(known.pallet() + "." + known.name(),
            JsonNodeFactory.instance.textNode(known.event().toString()));
      });
    }
    return all;
  }

  private JsonNode data(ValueToJson toJson, ChainEvent.Described event) {
    Integer type = chain.metadata().pallet(event.pallet()).orElseThrow().events();
    JsonNode json = type == null ? JsonNodeFactory.instance.nullNode()
        : toJson.json(type, event.value());
    return json.isObject() ? json.path(event.name()) : JsonNodeFactory.instance.objectNode();
  }

  /** What the signer paid, in the smallest unit; empty when the chain tells of no fee. */
  Optional<Balance> fee() {
    return described("TransactionPayment", "TransactionFeePaid")
        .flatMap(event -> event.value().field("actual_fee"))
        .flatMap(fee -> fee instanceof DynamicValue.Number(BigInteger planck)
            ? Optional.of(Balance.of(planck)) : Optional.empty());
  }

  private Optional<ChainEvent.Described> described(String pallet, String name) {
    return included.events().stream()
        .filter(event -> event.pallet().equals(pallet) && event.name().equals(name))
        .filter(ChainEvent.Described.class::isInstance).map(ChainEvent.Described.class::cast)
        .findFirst();
  }

  /**
   * Why the call, or a call inside it, was refused, by name; empty when all ran. Sudo, proxies,
   * multisigs and batches succeed themselves when what they carry fails.
   */
  Optional<String> refusal() {
    if (included.error().isPresent()) {
      return included.error();
    }
    return included.events().stream().filter(ChainEvent.Described.class::isInstance)
        .map(ChainEvent.Described.class::cast).map(this::inner).flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> inner(ChainEvent.Described event) {
    boolean interrupted = event.pallet().equals("Utility")
        && (event.name().equals("BatchInterrupted") || event.name().equals("ItemFailed"));
    for (DynamicValue.Member member : event.value().fields()) {
      if (interrupted && "error".equals(member.name())) {
        return Optional.of(chain.errorName(member.value()));
      }
      if (String.valueOf(member.name()).endsWith("result")
          && member.value() instanceof DynamicValue.Choice(var name, var index, var inside)
          && name.equals("Err") && !inside.isEmpty()) {
        return Optional.of(chain.errorName(inside.getFirst().value()));
      }
    }
    return Optional.empty();
  }

  /** An error's name in plain words: what the chain said, and what became of the call. */
  static String explained(String error) {
    String what = switch (error) {
      case "BadOrigin" -> "the call may not be sent by this account; see --via and --as";
      case "CannotLookup" -> "an address in the call stands for no account";
      case "ConsumerRemaining" -> "the account is still in use and cannot go";
      case "NoProviders" -> "the account does not exist on the chain";
      case "Exhausted" -> "the block had no room left for the call";
      case String other -> words(other);
    };
    return error + ": " + what;
  }

  /** {@code Balances.InsufficientBalance} as "insufficient balance, says Balances". */
  private static String words(String error) {
    int dot = error.indexOf('.');
    String name = error.substring(dot + 1).replaceAll("[()]", " ").strip();
    String plain =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return dot < 0 ? plain : plain + ", says " + error.substring(0, dot);
  }

  Map<String, Object> json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("block", included.number());
    document.put("hash", included.block().toString());
    document.put("index", included.index());
    fee().ifPresent(fee -> document.put("fee", fee.toString()));
    document.put("events", events());
    refusal().ifPresent(error -> document.put("error", error));
    return document;
  }

  List<String> text() {
    var lines = new ArrayList<String>();
    lines.add("in block " + included.number() + " (" + included.block() + "), extrinsic "
        + included.index() + fee().map(fee -> ", fee " + units.text(fee)).orElse(""));
    events().forEach(event -> lines.add("  " + event.event() + " " + event.data()));
    return lines;
  }
}

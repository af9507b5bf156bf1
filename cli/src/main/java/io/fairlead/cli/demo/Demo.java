package io.fairlead.cli.demo;

import static io.fairlead.cli.demo.Teller.check;
import static io.fairlead.cli.demo.Teller.checkEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Amounts;
import io.fairlead.cli.Main;
import io.fairlead.client.ChainEvent;
import io.fairlead.client.Included;
import io.fairlead.client.RemoteState;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.RuntimeTypes;
import io.fairlead.runtime.SlashPreview;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.simulations.demo.Act;
import io.fairlead.simulations.demo.Person;
import io.fairlead.simulations.demo.Story;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codecs;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the story on a running node, chapter by chapter, and checks each step. */
final class Demo {
  /** What the demo ends with. */
  record Result(long called, long answered, long queued, long disputed, long applied,
      Balance jobIncome, Balance vaultReward, Balance slashedStake, long blocks) {}

  private final Stage stage;
  private final Holdings holdings;
  private final Teller teller;
  private final URI node;
  private long answered;

  Demo(Stage stage, Teller teller, URI node) {
    this.stage = stage;
    this.holdings = new Holdings(stage);
    this.teller = teller;
    this.node = node;
  }

  /**
   * Tells everything.
   *
   * @param folder where the shell has its journal and its programs
   * @param program sha-256 of the job program that lies in {@code programs}
   * @param input what the first job call gives to the program
   */
  Result tell(Path folder, Path programs, Hash program, Bytes input) throws IOException {
    Balance issued = holdings.issuance();
    preparation(program);
    try (ShellProcess shell = ShellProcess.start(node, folder, programs)) {
      jobs(shell, input);
      wrongAnswer(shell, input);
    }
    Balance stakeLost = slashes();
    List<Balance> claimed = rewards();
    ledger(issued);
    return new Result(2, answered, 2, 1, 1, claimed.get(0), claimed.get(1), stakeLost,
        stage.height());
  }

  /** Lets the twin tell what it saw, and checks that it agrees with {@code result}. */
  Witness.Found witness(Result result, Witness witness) {
    teller.chapter("What only a twin knows (" + witness.url() + ")");
    Witness.Found found = witness.tell(result, stage.height(), stage.chain()::address);
    show("--twin", witness.url(), "slashes", "history");
    show("--twin", witness.url(), "operators", "duties", "//Bob", "--all");
    return found;
  }

  private void preparation(Hash program) {
    long round = round();
    teller.chapter("A chain with assets, vaults and operators (round " + round + ")");
    check(round > 0, "the chain begins beyond round 0");
    Story.prepare().forEach(stage::perform);
    Story.join().forEach(stage::perform);
    Story.delegate().forEach(stage::perform);
    teller.chapter("A blueprint and its service");
    stage.perform(Story.publish(program));
    teller.line("          its program: sha256 " + program);
    Story.start().forEach(stage::perform);
    var service = stage.value(serviceKey(), io.fairlead.services.wire.Service.CODEC);
    check(service.isPresent(), "service " + Story.SERVICE + " has started");
    teller.line("          service " + Story.SERVICE + " runs with "
        + service.orElseThrow().operators().size() + " operators");
    show("services", "show", Long.toString(Story.SERVICE));
  }

  private static byte[] serviceKey() {
    var out = new io.fairlead.substrate.scale.Output(40);
    out.raw(Item.prefix("Services", "Instances"));
    out.u64(Story.SERVICE);
    return out.toBytes();
  }

  private long round() {
    return stage.value(Item.prefix("MultiAssetDelegation", "CurrentRound"), Codecs.U32)
        .orElse(0L);
  }

  private void jobs(ShellProcess shell, Bytes input) {
    teller.chapter("An operator shell answers (its own JVM, pid " + shell.pid() + ")");
    JsonNode ready = shell.await("that it is ready", news -> is(news, "ready"));
    teller.line("          " + ready.path("sandbox").asText());
    answer(shell, 0, input);
  }

  private void answer(ShellProcess shell, long callId, Bytes input) {
    Included called = stage.perform(Story.callJob(input));
    var event = first(called, ServicesEvent.JobCalled.class);
    checkEquals(callId, event.callId(), "the number of the job call");
    JsonNode submitted = shell.await("the answer to call " + callId,
        news -> is(news, "submitted") && news.path("call").asLong() == callId);
    JsonNode done = shell.await("that the answer is final",
        news -> is(news, "finalized") && news.path("call").asLong() == callId);
    long block = done.path("block").asLong();
    Bytes digest = resultOf(block, callId, Person.BOB.account());
    checkEquals(Bytes.wrap(sha256(input)), digest, "the digest that BOB's shell submitted");
    answered++;
    teller.at(block, "BOB's shell answers call " + callId + " with " + Hex.of(digest.array()));
    teller.line(String.format(Locale.ROOT,
        "          %.1f ms from event to submission, the program itself took %d ms",
        submitted.path("millis").asDouble(), submitted.path("jobMillis").asLong()));
  }

  private static boolean is(JsonNode news, String what) {
    return news.path("news").asText().equals(what);
  }

  private static byte[] sha256(Bytes input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input.array());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private Bytes resultOf(long block, long callId, AccountId operator) {
    for (ChainEvent event : stage.events(block)) {
      if (event instanceof ChainEvent.Known known
          && known.event() instanceof ServicesEvent.JobResultSubmitted result
          && result.callId() == callId && result.operator().equals(operator)
          && result.result().size() == 1
          && result.result().getFirst() instanceof Field.Sequence(var type, List<Field> elements)) {
        byte[] bytes = new byte[elements.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = elements.get(i) instanceof Field.Uint8(int value) ? (byte) value : 0;
        }
        return Bytes.wrap(bytes);
      }
    }
    throw io.fairlead.cli.Failure
        .check("block " + block + " holds no result of call " + callId);
  }

  private void wrongAnswer(ShellProcess shell, Bytes input) {
    teller.chapter("Another operator answers wrongly");
    Bytes other = Bytes.wrap(java.util.Arrays.copyOf(input.array(), input.size() / 2));
    answer(shell, 1, other);
    Included wrong = stage.perform(Story.answerWrongly(1));
    checkEquals(Bytes.wrap(new byte[32]),
        resultOf(wrong.number(), 1, Person.CHARLIE.account()), "what CHARLIE answered");
  }

  private Balance slashes() {
    teller.chapter("Two slashes, one dispute");
    var queued = new ArrayList<ServicesEvent.UnappliedSlash>();
    for (Act act : Story.slash()) {
      queued.add(first(stage.perform(act), ServicesEvent.UnappliedSlash.class));
    }
    long biting = queued.get(1).index();
    show("slashes", "list");
    show("slashes", "show", Long.toString(biting));
    show("slashes", "dry-run", Long.toString(biting));
    show("slashes", "dispute", Long.toString(queued.get(0).index()), "--via", "sudo");
    checkEquals(1, pending().size(), "pending slashes after the dispute");
    UnappliedSlash slash = pending().getFirst();
    Balance lost = bite(slash);
    show("operators", "list");
    return lost;
  }

  private List<UnappliedSlash> pending() {
    return stage.values("Services", "UnappliedSlashes", UnappliedSlash.CODEC).stream()
        .map(java.util.Map.Entry::getValue).toList();
  }

  private Balance bite(UnappliedSlash slash) {
    var types = new RuntimeTypes(Profile.TANGLE_TESTNET);
    SlashPreview promised = SlashPreview.of(types, Rules.REPAIRED,
        new RemoteState(stage.chain().rpc(), stage.head()), slash);
    Balance stakeBefore = holdings.stake(slash.operator());
    var before = holdings.delegationsTo(slash.operator());
    long window = window();
    long due = slash.era() + window;
    long from = stage.height();
    stage.travelToRound(due);
    teller.line("  time travels past the window of " + window + " rounds: "
        + (stage.height() - from) + " blocks to round " + due);
    check(pending().isEmpty(), "the slash was applied when its round came");
    Balance lost = stakeBefore.minus(holdings.stake(slash.operator()));
    teller.at(stage.height(), "round " + round() + ": CHARLIE's stake has lost "
        + Amounts.tnt(lost) + ", as the dry run said");
    checkEquals(promised.stake(), lost, "what the operator's stake lost");
    var after = holdings.delegationsTo(slash.operator());
    for (int i = 0; i < before.size(); i++) {
      Balance cut = before.get(i).amount().minus(after.get(i).amount());
      SlashPreview.Cut said = promised.cuts().get(i);
      checkEquals(said.loss(), cut, "what the delegation of " + said.delegator() + " lost");
      teller.line("          " + nameOf(said.delegator()) + " has lost "
          + amount(said.asset(), cut) + " of " + amount(said.asset(), said.before()));
    }
    return lost;
  }

  private static String nameOf(AccountId account) {
    for (Person person : Person.values()) {
      if (person.account().equals(account)) {
        return person.name();
      }
    }
    return account.toString();
  }

  private static String amount(Asset asset, Balance amount) {
    return asset.equals(Asset.NATIVE) ? Amounts.tnt(amount)
        : Amounts.decimal(amount, Story.SECOND_DECIMALS) + " of asset 1";
  }

  private long window() {
    return stage.chain().metadata().pallet("Services")
        .flatMap(services -> services.constant("SlashDeferDuration"))
        .map(constant -> Codecs.U32.decode(constant.value().array()).trusted()).orElseThrow();
  }

  private void show(String... command) {
    show("--url", node, command);
  }

  private void show(String option, URI of, String... command) {
    teller.line("");
    teller.line("$ fairlead " + String.join(" ", command)
        + (option.equals("--twin") ? " --twin " + of : ""));
    var args = new ArrayList<>(List.of(command));
    args.addAll(List.of(option, of.toString()));
    PrintWriter out = teller.writer();
    int code = Main.run(args.toArray(String[]::new), out,
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    out.flush();
    checkEquals(0, code, "the exit code of fairlead " + String.join(" ", command));
  }

  private List<Balance> rewards() {
    teller.chapter("Rewards");
    List<Act> acts = Story.claim();
    var income =
        first(stage.perform(acts.get(0)), RewardsEvent.OperatorRewardsClaimed.class).amount();
    var passedOn =
        first(stage.perform(acts.get(1)), RewardsEvent.OperatorRewardsClaimed.class).amount();
    checkEquals(Story.JOB_PRICE.times(2), income.plus(passedOn), "what BOB's two jobs earned");
    teller.line("          BOB got " + Amounts.tnt(income) + " and EVE " + Amounts.tnt(passedOn)
        + ": together the price of both job calls");
    var reward = first(stage.perform(acts.get(2)), RewardsEvent.RewardsClaimed.class).amount();
    check(!reward.isZero(), "EVE's deposit has earned something");
    teller.line("          EVE got " + Amounts.tnt(reward) + " for the blocks gone by");
    return List.of(income.plus(passedOn), reward);
  }

  private void ledger(Balance issuedBefore) {
    teller.chapter("The ledger");
    Balance sum = holdings.everything();
    Balance issued = holdings.issuance();
    row("issued at the beginning", issuedBefore);
    row("burnt: a fifth of each fee", issuedBefore.minus(issued));
    row("issued now", issued);
    for (Person person : Person.values()) {
      row("  " + person + ", " + person.role(), holdings.of(person.account()));
    }
    row("  restaking (deposits)",
        holdings.of(io.fairlead.restaking.RestakingAccounts.PALLET));
    row("  treasury (slashed, four fifths of fees)",
        holdings.of(io.fairlead.restaking.RestakingAccounts.SLASH_RECIPIENT));
    row("  rewards (job prices not yet claimed)", holdings.of(RewardsAccounts.PALLET));
    row("  pot of the vault of TNT", holdings.of(RewardsAccounts.pot(Story.VAULT)));
    row("  all accounts together", sum);
    checkEquals(issued, sum, "the sum of all accounts");
    teller.line("  it balances to the planck");
  }

  private void row(String what, Balance amount) {
    teller.line(String.format("  %-44s %34s", what, Amounts.tnt(amount)));
  }

  private static <E extends Event> E first(Included included, Class<E> type) {
    Optional<E> found = included.events().stream()
        .filter(event -> event instanceof ChainEvent.Known known && type.isInstance(known.event()))
        .map(event -> type.cast(((ChainEvent.Known) event).event())).findFirst();
    return found.orElseThrow(() -> io.fairlead.cli.Failure
        .check("block " + included.number() + " holds no " + type.getSimpleName()));
  }
}

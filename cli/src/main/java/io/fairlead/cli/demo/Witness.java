package io.fairlead.cli.demo;

import static io.fairlead.cli.demo.Teller.check;
import static io.fairlead.cli.demo.Teller.checkEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Amounts;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.simulations.demo.Person;
import io.fairlead.simulations.demo.Story;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.audit.Verification;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A twin that follows the demo's chain from its first block, and tells at the end what no node can: who
 * asked for what in which call, and how it ended. Its figures must be those that the demo found.
 */
final class Witness implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double MILLIS_A_SECOND = 1_000;

  private final Twin twin;
  private final TwinApi api;
  private final Teller teller;

  private Witness(Twin twin, Teller teller) {
    this.twin = twin;
    this.api = new TwinApi(twin.api().toString());
    this.teller = teller;
  }

  /** Begins to follow the node; what the twin keeps lies in {@code folder}. */
  static Witness start(URI node, Path folder, Teller teller) {
    try {
      return new Witness(
          Twin.start(TwinConfig.of(List.of(node), folder, new From.Genesis())), teller);
    } catch (Unusable reason) {
      throw Failure.usage("the twin beside the node: " + reason.getMessage());
    }
  }

  /** Where its API listens. */
  URI url() {
    return twin.api();
  }

  /**
   * How an answer to a job call came.
   *
   * @param blocks from the call to the first result
   * @param millis of the chain's own time between them
   */
  record Answer(long call, long blocks, long millis) {}

  /**
   * What it found.
   *
   * @param blocks of its log
   * @param proved those of them that it proved against the chain's state root
   * @param ends how each slash ended, by index
   */
  record Found(long blocks, long proved, List<Answer> answers, Map<Long, String> ends) {}

  /** Waits until it has the block, then compares everything that the demo says with what it saw. */
  Found tell(Demo.Result demo, long height, Function<AccountId, String> address) {
    await(height);
    List<Answer> answers = answers(demo, address);
    Map<Long, String> ends = slashes(demo, address);
    income(demo, address);
    Verification found = twin.verify(true);
    checkEquals(List.of(), found.differences(), "differences between twin and chain");
    checkEquals(found.blocks(), found.proved(), "the blocks that the twin proved");
    teller.line("  each of " + found.proved() + " blocks proved against its state root; "
        + found.entities() + " actors and " + found.rows()
        + " rows compared with the chain: 0 differences");
    return new Found(found.blocks(), found.proved(), answers, ends);
  }

  private void await(long height) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        api.get(new TwinApi.Question("/v1/slashes", Map.of("atLeast", Long.toString(height))));
        return;
      } catch (Failure behind) {
        if (behind.exitCode() != ExitCode.NODE_NOT_REACHED || System.nanoTime() - end > 0) {
          throw behind;
        }
      }
    }
  }

  private JsonNode data(String path) {
    return api.get(TwinApi.Question.of(path)).path("data");
  }

  private List<Answer> answers(Demo.Result demo, Function<AccountId, String> address) {
    JsonNode jobs = data("/v1/services/" + Story.SERVICE + "/jobs?state=all").path("items");
    checkEquals(demo.called(), (long) jobs.size(), "job calls that the twin knows");
    var answers = new ArrayList<Answer>();
    for (JsonNode job : jobs) {
      checkEquals(address.apply(Person.BOB.account()), job.path("firstBy").asText(),
          "who answered first");
      long called = block(job.path("called"));
      long answered = block(job.path("firstAnswer"));
      var answer = new Answer(job.path("call").asLong(), answered - called,
          time(answered) - time(called));
      answers.addFirst(answer);
    }
    checkEquals(demo.answered(), (long) answers.size(), "job calls that were answered");
    for (Answer answer : answers) {
      teller.line(String.format(java.util.Locale.ROOT,
          "  call %d: BOB's answer came %d %s and %.1f s of chain time after it", answer.call(),
          answer.blocks(), answer.blocks() == 1 ? "block" : "blocks",
          answer.millis() / MILLIS_A_SECOND));
    }
    checkEquals(1L, jobs.path(0).path("overwrites").asLong(), "answers that CHARLIE replaced");
    return answers;
  }

  private static long block(JsonNode fact) {
    return Long.parseLong(fact.asText().replaceAll("-.*", ""));
  }

  private long time(long block) {
    return data("/v1/blocks/" + block + "/facts").path("time").asLong();
  }

  private Map<Long, String> slashes(Demo.Result demo, Function<AccountId, String> address) {
    JsonNode ended =
        api.get(new TwinApi.Question("/v1/slashes", Map.of("state", "ended"))).path("data");
    checkEquals(demo.queued(), (long) ended.path("items").size(), "slashes that have ended");
    String slasher = address.apply(ServicesAccounts.accountOf(DevGenesis.SLASHER));
    var ends = new java.util.TreeMap<Long, String>();
    for (JsonNode slash : ended.path("items")) {
      checkEquals(slasher, slash.path("proposedBy").asText(), "who proposed the slash");
      ends.put(slash.path("index").asLong(), slash.path("end").asText());
      teller.line("  slash " + slash.path("index").asText() + ": proposed in call "
          + slash.path("call").asText() + " by " + slasher);
      teller.line("           " + slash.path("end").asText() + " in block "
          + slash.path("ended").asText()
          + (slash.has("endedBy") ? " by " + slash.path("endedBy").asText() : ", by the chain"));
    }
    checkEquals(Map.of(0L, "DISCARDED", 1L, "APPLIED"), ends, "how the slashes ended");
    JsonNode applied = ended.path("items").path(1);
    check(taken(applied, address.apply(Person.CHARLIE.account())).equals(demo.slashedStake()),
        "the twin saw CHARLIE's stake lose " + Amounts.tnt(demo.slashedStake()));
    return ends;
  }

  private Balance taken(JsonNode slash, String account) {
    Balance sum = Balance.ZERO;
    for (JsonNode each : data("/v1/slashes/" + slash.path("round").asText() + "/"
        + slash.path("index").asText()).path("taken")) {
      if (each.path("account").asText().equals(account)) {
        sum = sum.plus(amount(each.path("amount")));
      }
    }
    return sum;
  }

  private static Balance amount(JsonNode amount) {
    return Balance.of(new BigInteger(amount.path("amount").asText()));
  }

  private void income(Demo.Result demo, Function<AccountId, String> address) {
    String bob = address.apply(Person.BOB.account());
    String eve = address.apply(Person.EVE.account());
    Balance claimed = income(bob, "SERVICE_CLAIMED").plus(income(eve, "SERVICE_CLAIMED"));
    checkEquals(demo.jobIncome(), claimed, "what BOB and EVE got for the jobs");
    checkEquals(demo.vaultReward(), income(eve, "VAULT_CLAIMED"), "EVE's vault reward");
    teller.line("  income that it saw: " + Amounts.tnt(claimed) + " for jobs, "
        + Amounts.tnt(demo.vaultReward()) + " from the vault");
  }

  private Balance income(String account, String cause) {
    Balance sum = Balance.ZERO;
    for (JsonNode row : data("/v1/delegators/" + account + "/income").path("items")) {
      if (row.path("cause").asText().equals(cause)) {
        sum = sum.plus(amount(row.path("amount")));
      }
    }
    return sum;
  }

  @Override
  public void close() {
    twin.close();
  }
}

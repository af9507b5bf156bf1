package io.fairlead.runtime;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.runtime.SequenceModel.Status;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lives of a whole runtime: no planck and no token appears or vanishes, a refused call moves
 * nothing, nothing but dispatch errors comes out, and under repaired slashes everything is as a naive
 * model says. What fails is told with its seed and its shortest known steps.
 */
class SequenceTest {
  private static final int STEPS_MAX = 40;

  /** Checks one step of a life; null: fine. */
  @FunctionalInterface
  private interface Life {
    @Nullable String broken(List<SequenceStep> steps);
  }

  private static void lives(int count, long firstSeed, Life life) {
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      var draw = new Random(seed);
      var steps = new ArrayList<>(SequenceStep.beginning(draw));
      int length = 5 + draw.nextInt(STEPS_MAX - 4);
      for (int i = 0; i < length; i++) {
        steps.add(SequenceStep.draw(draw));
      }
      if (life.broken(steps) != null) {
        List<SequenceStep> shortest = shortened(steps, life);
        throw new AssertionError("seed " + seed + ": " + life.broken(shortest) + "\n"
            + shortest.stream().map(SequenceStep::toString).collect(Collectors.joining("\n")));
      }
    }
  }

  /** Steps are left out while it stays broken. */
  private static List<SequenceStep> shortened(List<SequenceStep> steps, Life life) {
    var shortest = new ArrayList<>(steps);
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (int i = shortest.size() - 1; i >= 0; i--) {
        var without = new ArrayList<>(shortest);
        without.remove(i);
        if (life.broken(without) != null) {
          shortest = without;
          shorter = true;
        }
      }
    }
    return shortest;
  }

  private static Rules rules(String text) {
    return ((Rules.Parsed.Good) Rules.parse(text)).rules();
  }

  // --- what holds under all rules ---

  /** Does the steps; {@code after} sees each with its outcomes. */
  private static @Nullable String run(SequenceWorld world, List<SequenceStep> steps,
      BiFunction<SequenceStep, List<Outcome>, String> after) {
    world.restart();
    for (int i = 0; i < steps.size(); i++) {
      SequenceStep step = steps.get(i);
      String where = "after step " + i + " " + step + ": ";
      int mark = world.wiring.store.mark();
      List<Outcome> outcomes;
      try {
        outcomes = world.run(step);
      } catch (RuntimeException | StackOverflowError thrown) {
        return where + thrown;
      }
      if (outcomes.size() == 1 && !outcomes.getFirst().isDone()
          && !world.wiring.store.changesSince(mark).isEmpty()) {
        return where + "refused and yet changed " + world.wiring.store.changesSince(mark);
      }
      Balance money = world.allMoney();
      if (!money.equals(world.issuance) || !world.wiring.ledger.totalIssuance().equals(money)) {
        return where + "accounts have " + money + ", issued are "
            + world.wiring.ledger.totalIssuance() + ", were " + world.issuance;
      }
      if (!world.allTokens().equals(world.tokens)) {
        return where + "accounts have " + world.allTokens() + " tokens, were " + world.tokens;
      }
      String broken = after.apply(step, outcomes);
      if (!broken.isEmpty()) {
        return where + outcomes + ": " + broken;
      }
    }
    return null;
  }

  @Test
  void accounts_hold_what_the_records_owe_under_deployed_rules() {
    var world = new SequenceWorld(Rules.DEPLOYED);

    lives(2_000, 1, steps -> run(world, steps, (step, outcomes) -> owes(world)));
  }

  private static String owes(SequenceWorld world) {
    return SequenceInvariants.broken(world);
  }

  @Test
  void accounts_hold_what_the_records_owe_under_repaired_rules() {
    var world = new SequenceWorld(Rules.REPAIRED);

    lives(4_000, 10_001, steps -> run(world, steps, (step, outcomes) -> owes(world)));
  }

  @Test
  void no_planck_appears_or_vanishes_under_any_mixture_of_rules() {
    for (int mixture = 0; mixture < 20; mixture++) {
      var draw = new Random(mixture);
      String text = Rules.table().stream()
          .map(row -> row.name() + "=" + row.values().get(draw.nextInt(row.values().size())))
          .collect(Collectors.joining(","));
      var world = new SequenceWorld(rules(text));

      lives(50, 20_001 + 50L * mixture, steps -> {
        String broken = run(world, steps, (step, outcomes) -> "");
        return broken == null ? null : text + "\n" + broken;
      });
    }
  }

  // --- what a naive model says ---

  @Test
  void under_repaired_slashes_all_is_as_a_naive_model_says() {
    var world = new SequenceWorld(rules("deployed," + Rules.table().stream()
        .filter(row -> row.name().startsWith("slashing."))
        .map(row -> row.name() + "=repaired").collect(Collectors.joining(","))));

    lives(4_000, 30_001, steps -> new Compared(world).life(steps));
  }

  /** One life beside its model. */
  private static final class Compared {
    private final SequenceWorld world;
    private final SequenceModel model;
    private long services;

    Compared(SequenceWorld world) {
      this.world = world;
      world.restart();
      model = new SequenceModel(world.number());
    }

    @Nullable String life(List<SequenceStep> steps) {
      return run(world, steps, this::differs);
    }

    private String differs(SequenceStep step, List<Outcome> outcomes) {
      Boolean may = expected(step, outcomes);
      if (may != null && may != outcomes.getFirst().isDone()) {
        return "the model says " + (may ? "done" : "refused");
      }
      return SequenceComparison.difference(world, model);
    }

    /** Does the step in the model; whether it may be done, null where the model does not know. */
    private @Nullable Boolean expected(SequenceStep step, List<Outcome> outcomes) {
      AccountId operator = SequenceWorld.OPERATORS.get(step.who());
      AccountId who = SequenceWorld.DELEGATORS.get(step.who());
      Asset asset = SequenceWorld.ASSETS.get(step.what() % 2);
      AccountId other = SequenceWorld.OPERATORS.get(step.what() / 2 % 3);
      long amount = step.amount();
      return switch (step.kind()) {
        case JOIN -> model.join(operator, amount);
        case BOND_MORE -> model.bondMore(operator, amount);
        case UNSTAKE -> model.unstake(operator, amount);
        case EXECUTE_UNSTAKE -> model.executeUnstake(operator);
        case CANCEL_UNSTAKE -> model.cancelUnstake(operator);
        case OFFLINE -> model.goes(operator, Status.ACTIVE, Status.INACTIVE);
        case ONLINE -> model.goes(operator, Status.INACTIVE, Status.ACTIVE);
        case LEAVE -> model.leave(operator);
        case EXECUTE_LEAVE -> model.executeLeave(operator);
        case CANCEL_LEAVE -> model.goes(operator, Status.LEAVING, Status.ACTIVE);
        case REGISTER -> model.register(operator, step.what() % 2);
        case UNREGISTER -> model.unregister(operator, step.what() % 2);
        case DEPOSIT -> deposited(who, asset, amount, outcomes);
        case DELEGATE -> model.delegate(who, other, asset, amount,
            SequenceWorld.SELECTIONS.get(step.what() % SequenceWorld.SELECTIONS.size()));
        case UNDELEGATE -> model.undelegate(who, other, asset, amount);
        case EXECUTE_UNDELEGATE -> model.executeUndelegate(who);
        case CANCEL_UNDELEGATE -> model.cancelUndelegate(who, other, asset, amount);
        case WITHDRAW -> model.withdraw(who, asset, amount);
        case EXECUTE_WITHDRAW -> model.executeWithdraw(who);
        case CANCEL_WITHDRAW -> model.cancelWithdraw(who, asset, amount);
        case SERVICE -> served();
        case TERMINATE -> model.services.remove(step.what() % (services + 1)) != null;
        case SLASH -> model.slash(operator, step.what() % (services + 1),
            SequenceWorld.percent(step).parts());
        case DISPUTE, VETO -> model.dispute(step.what());
        case ROUNDS -> passed(1 + step.what() % 4, true);
        case BLOCKS -> passed(1 + step.what() % 3, false);
        case CALL_JOB, ANSWER, CLAIM, CLAIM_OTHER, TRANSFER -> null;
      };
    }

    private @Nullable Boolean deposited(AccountId who, Asset asset, long amount,
        List<Outcome> outcomes) {
      if (outcomes.getFirst().isDone()) {
        model.deposited(who, asset, amount);
      }
      return null;
    }

    private @Nullable Boolean served() {
      while (services < world.wiring.operators.nextServiceId()) {
        var service = world.wiring.operators.service(services);
        model.services.put(services, new SequenceModel.Service(service.blueprint(),
            service.operators().stream().map(each -> each.operator()).toList()));
        services++;
      }
      return null;
    }

    private @Nullable Boolean passed(int count, boolean rounds) {
      for (int i = 0; i < count; i++) {
        model.nextBlock(rounds);
      }
      return null;
    }
  }
}

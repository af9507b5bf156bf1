package io.fairlead.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One step of a sequence.
 *
 * @param kind what happens
 * @param who chooses the actor
 * @param what chooses its counterpart, modulo what there is
 * @param amount how much, or how many
 */
record SequenceStep(Kind kind, int who, int what, long amount) {

  /** What may happen, and how often beside the others. */
  enum Kind {
    JOIN(2), BOND_MORE(2), UNSTAKE(2), EXECUTE_UNSTAKE(2), CANCEL_UNSTAKE(1), OFFLINE(1),
    ONLINE(2), LEAVE(2), EXECUTE_LEAVE(2), CANCEL_LEAVE(1), REGISTER(2), UNREGISTER(2),
    DEPOSIT(6), DELEGATE(8), UNDELEGATE(5), EXECUTE_UNDELEGATE(4), CANCEL_UNDELEGATE(1),
    WITHDRAW(4), EXECUTE_WITHDRAW(3), CANCEL_WITHDRAW(1), SERVICE(5), TERMINATE(2), SLASH(9),
    DISPUTE(2), VETO(1), ROUNDS(7), BLOCKS(4), CALL_JOB(2), ANSWER(2), CLAIM(2),
    CLAIM_OTHER(2), TRANSFER(2);

    final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final Kind[] WEIGHTED = weighted();

  private static Kind[] weighted() {
    var all = new ArrayList<Kind>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        all.add(kind);
      }
    }
    return all.toArray(new Kind[0]);
  }

  /** A service, deposits and delegations, so that there is something to slash; most of them. */
  static List<SequenceStep> beginning(Random draw) {
    var steps = new ArrayList<SequenceStep>();
    for (int i = 0; i < 2; i++) {
      steps.add(new SequenceStep(Kind.SERVICE, draw.nextInt(2), draw.nextInt(60), 1));
    }
    for (int who = 0; who < 3; who++) {
      for (int asset = 0; asset < 2; asset++) {
        steps.add(new SequenceStep(Kind.DEPOSIT, who, asset, 1 + draw.nextInt(1_000_000)));
        steps.add(new SequenceStep(Kind.DELEGATE, who, asset + 2 * draw.nextInt(30),
            1 + draw.nextInt(500_000)));
      }
    }
    steps.removeIf(step -> draw.nextInt(10) == 0);
    return steps;
  }

  static SequenceStep draw(Random draw) {
    return new SequenceStep(WEIGHTED[draw.nextInt(WEIGHTED.length)], draw.nextInt(3),
        draw.nextInt(60), 1 + draw.nextInt(draw.nextInt(4) == 0 ? 1_000_000 : 1_000));
  }
}

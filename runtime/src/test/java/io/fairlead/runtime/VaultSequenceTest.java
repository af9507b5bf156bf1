package io.fairlead.runtime;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random lives of one vault with two assets and three delegators: what the query says is what a claim
 * pays is what a naive model says; totals and clocks too; no planck appears or vanishes, and a refused
 * call moves nothing. As deployed, and with every rule mended.
 */
class VaultSequenceTest {
  private static final int LIVES = 1_000;
  private static final int STEPS = 50;

  @Test
  void vaults_as_deployed_do_what_a_naive_model_does() {
    lives(Rules.DEPLOYED);
  }

  @Test
  void repaired_vaults_do_what_a_naive_model_does() {
    lives(Rules.REPAIRED);
  }

  private static void lives(Rules rules) {
    for (long seed = 0; seed < LIVES; seed++) {
      var life = new VaultLife(rules, seed);
      try {
        for (int i = 0; i < STEPS; i++) {
          life.step();
          life.check();
        }
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError(
            "rules " + rules + ", seed " + seed + ": " + broken.getMessage() + "\n"
                + String.join("\n", life.told()),
            broken);
      }
    }
  }
}

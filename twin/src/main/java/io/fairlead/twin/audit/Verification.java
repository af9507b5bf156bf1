package io.fairlead.twin.audit;

import java.util.List;

/**
 * What {@code verify} found.
 *
 * @param block at which everything was compared
 * @param blocks in the log
 * @param proved blocks of them that were proved when they were taken
 * @param entities compared
 * @param rows of tables compared with the entities; 0 when that was not asked for
 * @param chain whether the replica was compared with the chain's state root at that block; if not, why
 * @param differences of entities and replica, and of replica and chain
 */
public record Verification(long block, long blocks, long proved, long entities, long rows,
    String chain,
    List<Difference> differences) {
  public Verification {
    differences = List.copyOf(differences);
  }
}

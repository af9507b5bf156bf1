package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobAction;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.JobPlan;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a block, or the state after blocks that are gone, says to the calls of one operator, on its
 * way through their entities.
 *
 * @param view of the operator after it
 * @param opened calls to answer
 * @param told what open calls have to take note of before the cursor may move
 * @param heardNanos when the node told of the block
 * @param awaited calls that have not taken note yet
 * @param closed calls that have come to their end by it
 * @param isSurvey whether it stands for blocks that the node no longer has
 * @param done completes when it is taken in
 */
record Intake(ChainPoint at, OperatorView view, List<JobOrder> opened,
    Map<CallKey, JobCallEntity.Command> told, long heardNanos, Set<CallKey> awaited,
    Set<CallKey> closed, boolean isSurvey, CompletableFuture<Void> done) {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  /** Blocks without anything for us after which the cursor is written nevertheless. */
  private static final int IDLE_BLOCKS_MAX = 64;

  /**
   * What a finalized block says.
   *
   * @param extrinsics calls by the hashes of their signed answers; those that failed are taken out
   */
  static Intake of(DeskState.AtWork work, ChainBlock block, Map<Hash, CallKey> extrinsics,
      CompletableFuture<Void> done) {
    OperatorView view = work.view();
    var opened = new ArrayList<JobOrder>();
    var told = new HashMap<CallKey, JobCallEntity.Command>();
    for (ServicesEvent event : block.events()) {
      for (JobAction action : JobPlan.plan(view, event)) {
        note(action, work, block, opened, told);
      }
      view = view.after(event);
    }
    block.failures().forEach((extrinsic, reason) -> {
      CallKey key = extrinsics.remove(extrinsic);
      if (key != null) {
        told.put(key, new JobCallEntity.Failed(extrinsic, reason));
      }
    });
    return new Intake(block.at(), view, opened, told, block.heardNanos(), new HashSet<>(),
        new HashSet<>(), false, done);
  }

  private static void note(JobAction action, DeskState.AtWork work, ChainBlock block,
      List<JobOrder> opened, Map<CallKey, JobCallEntity.Command> told) {
    switch (action) {
      case JobAction.Answer(JobOrder order) -> {
        if (!work.open().containsKey(order.key())) {
          opened.add(order);
        }
      }
      case JobAction.Settle(CallKey key) -> {
        told.put(key, new JobCallEntity.Settled(block.at().number()));
        opened.removeIf(order -> order.key().equals(key));
      }
      case JobAction.Serve(long service, long blueprint) ->
          LOG.info("serving service {} of blueprint {}", service, blueprint);
      case JobAction.Leave(long service) -> {
        LOG.info("service {} has ended", service);
        opened.removeIf(order -> order.key().service() == service);
        work.open().keySet().stream().filter(key -> key.service() == service)
            .forEach(key -> told.putIfAbsent(key,
                new JobCallEntity.Withdraw("service " + service + " has ended")));
      }
    }
  }

  /** What the state at {@code at} says, in place of the blocks up to it. */
  static Intake of(DeskState.AtWork work, ChainPoint at, ChainSource.Standing standing) {
    var opened = standing.unanswered().stream()
        .filter(order -> !work.open().containsKey(order.key())).toList();
    var told = new HashMap<CallKey, JobCallEntity.Command>();
    for (CallKey key : work.open().keySet()) {
      told.put(key, new JobCallEntity.Surveyed(at.number(), standing.answered().contains(key),
          standing.nonce()));
    }
    return new Intake(at, standing.view(), opened, told, JobCallEntity.LONG_AGO,
        new HashSet<>(), new HashSet<>(), true, new CompletableFuture<>());
  }

  /** Whether nothing is lost when it is taken in once more after a kill. */
  boolean isIdle(DeskState.AtWork work) {
    return opened.isEmpty() && closed.isEmpty() && view.equals(work.view()) && !isSurvey
        && at.number() - work.cursor().number() < IDLE_BLOCKS_MAX;
  }
}

package io.fairlead.twin;

import io.fairlead.twin.audit.Auditor;
import io.fairlead.twin.audit.Difference;
import io.fairlead.twin.audit.TableAudit;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.feed.EndpointPool;
import io.fairlead.twin.feed.Feed;
import io.fairlead.twin.feed.HeadProof;
import io.fairlead.twin.log.BlockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Compares all that a twin keeps at one block, at which its feed stands still. */
final class Verifier {
  private static final long LOOK_MILLIS = 20;

  private final Core core;
  private final EndpointPool pool;

  Verifier(Core core, EndpointPool pool) {
    this.core = core;
    this.pool = pool;
  }

  /**
   * The entities with the replica, the replica with the chain. Blocks the caller.
   *
   * @param isFull whether the tables are compared with the entities as well
   */
  Verification verify(Feed.Paused at, boolean isFull) {
    while (core.watermark() < at.head().number()
        || isFull && core.tables().watermark() < at.head().number()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
    long block = at.head().number();
    var auditor = new Auditor(at.replica());
    var tables = new TableAudit(core.tables(), block);
    List<EntityKey> keys = core.known();
    for (EntityKey key : keys) {
      TwinEntity.Rows rows = core.entities().rows(key).toCompletableFuture().join();
      auditor.entity(key, rows.rows());
      if (isFull && core.entities().get(key, block).toCompletableFuture()
          .join() instanceof TwinEntity.Shown(Held<?> held)) {
        tables.entity(key, held.state());
      }
    }
    var differences = new ArrayList<>(auditor.finish());
    if (isFull) {
      differences.addAll(tables.finish());
    }
    String proof = chain(at, differences);
    var blocks = new long[2];
    core.forEach(1, event -> {
      if (event.isWhole()) {
        blocks[0] += event.lines().size();
        blocks[1] += event.lines().stream().filter(BlockLine::isProved).count();
      }
    });
    return new Verification(at.head().number(), blocks[0], blocks[1], keys.size(),
        tables.rows(), proof, differences);
  }

  /** How the replica was compared with the chain's state root. */
  private String chain(Feed.Paused at, List<Difference> differences) {
    return switch (HeadProof.of(pool, at.head().hash(), at.replica())) {
      case HeadProof.Verdict.Compared(List<KeyChange> found) -> {
        found.forEach(each -> differences.add(Difference.of("replica",
            new ChangeReader().itemOf(each.key()), each.key(), each.after(),
            at.replica().value(each.key()))));
        yield "compared";
      }
      case HeadProof.Verdict.NotShown(String reason) -> reason;
    };
  }
}

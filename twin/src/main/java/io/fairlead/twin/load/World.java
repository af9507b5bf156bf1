package io.fairlead.twin.load;

import io.fairlead.client.ChainEvent;
import io.fairlead.client.Included;
import io.fairlead.services.wire.ServicesEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the players know of the chain: the numbers of what there is. Shared by all of them. */
final class World {
  private static final int KEPT = 200;

  /** A job call. */
  record Job(long service, long call) {}

  /** A slash in the queue. */
  record Slash(long round, long index) {}

  private final List<Long> blueprints = new ArrayList<>();
  private final List<Long> requests = new ArrayList<>();
  private final List<Long> services = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<Long> slashes = new ArrayList<>();

  /** Takes in what the events of an extrinsic tell. */
  synchronized void learn(Included included) {
    for (ChainEvent event : included.events()) {
      if (event instanceof ChainEvent.Known known && known.event() instanceof ServicesEvent it) {
        learn(it);
      }
    }
  }

  private void learn(ServicesEvent event) {
    switch (event) {
      case ServicesEvent.BlueprintCreated it -> add(blueprints, it.blueprintId());
      case ServicesEvent.ServiceRequested it -> add(requests, it.requestId());
      case ServicesEvent.ServiceInitiated it -> add(services, it.serviceId());
      case ServicesEvent.ServiceTerminated it -> services.remove(it.serviceId());
      case ServicesEvent.JobCalled it -> add(jobs, new Job(it.serviceId(), it.callId()));
      case ServicesEvent.UnappliedSlash it -> add(slashes, it.index());
      case ServicesEvent.SlashDiscarded it -> slashes.remove(it.index());
      default -> {} // nothing that a player needs
    }
  }

  private static <T> void add(List<T> list, T more) {
    list.add(more);
    if (list.size() > KEPT) {
      list.removeFirst();
    }
  }

  synchronized long blueprint(SplittableRandom random) {
    return one(blueprints, random, 0L);
  }

  synchronized long request(SplittableRandom random) {
    return one(requests, random, 0L);
  }

  synchronized long service(SplittableRandom random) {
    return one(services, random, 0L);
  }

  synchronized Job job(SplittableRandom random) {
    return one(jobs, random, new Job(0, 0));
  }

  synchronized long slash(SplittableRandom random) {
    return one(slashes, random, 0L);
  }

  private static <T> T one(List<T> list, SplittableRandom random, T none) {
    return list.isEmpty() ? none : list.get(random.nextInt(list.size()));
  }
}

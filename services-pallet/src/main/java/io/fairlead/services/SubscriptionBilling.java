package io.fairlead.services;

import io.fairlead.services.Subscriptions.Running;
import io.fairlead.services.wire.JobSubscriptionBilling;
import io.fairlead.substrate.pallet.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * The hook that bills subscriptions ({@code process_subscription_payments_on_block}): one interval of
 * each that is due, however many have passed, at most 50 a block.
 */
public final class SubscriptionBilling {
  /** Subscriptions that a block bills, and that it removes, at most. */
  static final int PER_BLOCK_MAX = 50;

  private final ServicesStorage storage;
  private final Block block;
  private final JobPaymentProcess process;
  private final Subscriptions subscriptions;
  private final FailedBilling failed;
  private final EndedBilling ended;

  SubscriptionBilling(ServicesStorage storage, Block block, JobPaymentProcess process,
      Subscriptions subscriptions, FailedBilling failed, EndedBilling ended) {
    this.storage = storage;
    this.block = block;
    this.process = process;
    this.subscriptions = subscriptions;
    this.failed = failed;
    this.ended = ended;
  }

  /** Bills what is due in block {@code now}; refuses never. */
  void onInitialize(long now) {
    if (storage.subscriptionBillings.size() == 0) {
      return;
    }
    over(now).forEach(process::drop);
    int paid = 0;
    for (Running each : subscriptions.running()) {
      if (paid == PER_BLOCK_MAX) {
        break;
      }
      if (now < each.due() || now > each.last()) {
        continue;
      }
      if (bills(each, now)) {
        paid++;
      } else if (failed == FailedBilling.STOPS) {
        break;
      }
    }
  }

  /**
   * Whether the subscriber paid. The hook opens no storage layer and drops the error
   * ({@code process_subscription_payments_on_block}); a refused charge has written nothing.
   */
  private boolean bills(Running each, long now) {
    return block.attempt(() -> process.subscription(each.service(), each.billing().jobIndex(),
        each.billing().subscriber(), each.terms(), now)).isDone();
  }

  /** The first of those that are to be removed in block {@code now}. */
  private List<JobSubscriptionBilling> over(long now) {
    return switch (ended) {
      case KEPT -> List.of();
      case REMOVED -> subscriptions.stored().stream().filter(billing -> {
        Running running = subscriptions.running(billing);
        return running == null || now > running.last();
      }).limit(PER_BLOCK_MAX).toList();
    };
  }

  /**
   * The first block after {@code after} in which the hook changes anything if no call comes before;
   * {@code Long.MAX_VALUE}: none. Costs the number of subscriptions.
   */
  public long nextWake(long after) {
    if (storage.subscriptionBillings.size() == 0) {
      return Long.MAX_VALUE;
    }
    long wake = nextRemoval(after);
    var barriers = new ArrayList<Barrier>();
    for (Running each : subscriptions.running()) {
      long from = Math.max(after + 1, each.due());
      if (from >= wake || from > each.last()) {
        continue;
      }
      if (canPay(each, from)) {
        wake = Math.min(wake, behind(barriers, from, each.last()));
      } else if (failed == FailedBilling.STOPS) {
        barriers.add(new Barrier(from, each.last()));
      }
    }
    return wake;
  }

  private long nextRemoval(long after) {
    if (ended == EndedBilling.KEPT) {
      return Long.MAX_VALUE;
    }
    long wake = Long.MAX_VALUE;
    for (JobSubscriptionBilling billing : subscriptions.stored()) {
      Running running = subscriptions.running(billing);
      long over = running == null ? 0 : running.last();
      if (over != Long.MAX_VALUE) {
        wake = Math.min(wake, Math.max(after + 1, over + 1));
      }
    }
    return wake;
  }

  /** Blocks in which nobody behind somebody who cannot pay is billed. */
  private record Barrier(long from, long last) {}

  /** The first block of {@code from} to {@code last} without a barrier, or none. */
  private static long behind(List<Barrier> barriers, long from, long last) {
    long at = from;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Barrier barrier : barriers) {
        if (barrier.from() <= at && at <= barrier.last()) {
          at = barrier.last() == Long.MAX_VALUE ? Long.MAX_VALUE : barrier.last() + 1;
          moved = at != Long.MAX_VALUE;
        }
      }
    }
    return at > last ? Long.MAX_VALUE : at;
  }

  /** Tries and takes it back. */
  private boolean canPay(Running each, long now) {
    return block.keptIf(paid -> false, () -> bills(each, now));
  }
}

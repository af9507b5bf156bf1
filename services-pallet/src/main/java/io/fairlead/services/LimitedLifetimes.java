package io.fairlead.services;

import io.fairlead.services.wire.Service;
import io.fairlead.substrate.pallet.Block;
import org.jspecify.annotations.Nullable;

/**
 * A service lives its {@code ttl} of blocks from the block of its start, for ever where that is zero
 * or where the start is unknown, as of services from before the rule. Starts stand in an item of our
 * own, {@code Fairlead.ServiceStarts}, which metadata does not tell of.
 */
final class LimitedLifetimes implements Lifetimes {
  private final ServicesStorage storage;
  private final Block block;

  LimitedLifetimes(ServicesStorage storage, Block block) {
    this.storage = storage;
    this.block = block;
  }

  @Override
  public void started(long serviceId) {
    storage.serviceStarts.put(serviceId, block.number());
  }

  @Override
  public void ended(long serviceId) {
    storage.serviceStarts.remove(serviceId);
  }

  @Override
  public boolean isOver(Service service) {
    if (service.ttl() == 0) {
      return false;
    }
    @Nullable Long start = storage.serviceStarts.orNull(service.id());
    return start != null && Long.compareUnsigned(block.number() - start, service.ttl()) >= 0;
  }
}

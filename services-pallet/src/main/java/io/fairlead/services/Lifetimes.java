package io.fairlead.services;

import io.fairlead.services.wire.Service;

/** How long services live: the strategies of rule {@code services.ttl}. */
interface Lifetimes {
  /** The service starts now. */
  void started(long serviceId);

  /** The service has ended. */
  void ended(long serviceId);

  /** Whether the service has outlived its time. */
  boolean isOver(Service service);

  /** For ever. */
  Lifetimes ENDLESS = new Lifetimes() {
    @Override
    public void started(long serviceId) {}

    @Override
    public void ended(long serviceId) {}

    @Override
    public boolean isOver(Service service) {
      return false;
    }
  };
}

package io.fairlead.services;

/** Rule {@code services.ownerBilling}: a subscriber who owns the service and is in no list of callers. */
public enum OwnerBilling {
  /** Is not billed, unless the list of permitted callers is empty. */
  FREE,
  /** Is billed like permitted callers, as it may call like them. */
  BILLED
}

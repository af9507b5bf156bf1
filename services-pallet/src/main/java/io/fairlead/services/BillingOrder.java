package io.fairlead.services;

/** Rule {@code services.billingOrder}: who comes first where more than 50 are due in a block. */
public enum BillingOrder {
  /** By the bytes of the key: service (little-endian), job, subscriber. The last may never be billed. */
  KEY_BYTES,
  /** Who has been due for longest; among equals by the bytes of the key. */
  LONGEST_DUE
}

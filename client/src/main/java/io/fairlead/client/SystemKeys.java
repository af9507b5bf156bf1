package io.fairlead.client;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Bytes;

/** Storage keys that every Substrate chain has. */
final class SystemKeys {
  static final Bytes EVENTS = Bytes.wrap(Item.prefix("System", "Events"));

  private SystemKeys() {}
}

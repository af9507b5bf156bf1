package io.fairlead.services;

/** Rule {@code services.managerSettings}: whether a manager can set what heartbeats it wants. */
public enum ManagerSettings {
  /**
   * No: the chain declares the three queries without outputs, so that every answer, whatever it says,
   * refuses the heartbeat. Only a manager that fails leaves it to the defaults.
   */
  UNREADABLE,
  /** Yes: the answer is {@code (bool useDefault, uint value)}, as the code after the query reads it. */
  READ
}

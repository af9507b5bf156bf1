package io.fairlead.services;

/** What a manager's query for a setting came to. */
public sealed interface SettingAnswer {
  /**
   * The manager has said something.
   *
   * @param useDefault whether the chain's default holds
   * @param value what holds otherwise, u32
   */
  record Of(boolean useDefault, long value) implements SettingAnswer {}

  /** The call succeeded, but its output is no setting (so with an address without code). */
  record Undecodable() implements SettingAnswer {}

  /** The call did not succeed; the answer is never {@code ALLOWED}. */
  record Failed(HookAnswer answer) implements SettingAnswer {}

  /** The output is no setting. */
  SettingAnswer UNDECODABLE = new Undecodable();
}

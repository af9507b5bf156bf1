package io.fairlead.runtime.session;

/** Who is told that a session begins ({@code pallet_session::SessionManager::start_session}). */
@FunctionalInterface
public interface RoundStart {
  /** Session {@code index} begins; u32. */
  void startSession(long index);
}

package io.fairlead.slashing;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ManagerHooks;

/** Whom the queue tells of its slashes: the strategies of rule {@code slashing.news}. */
public interface SlashNews {
  /** The slash came into the queue. */
  void queued(UnappliedSlash slash);

  /** The slash was taken. */
  void taken(UnappliedSlash slash);

  /** As deployed: nobody, though the chain's code has the two hooks of the manager. */
  SlashNews SILENT = new SlashNews() {
    @Override
    public void queued(UnappliedSlash slash) {}

    @Override
    public void taken(UnappliedSlash slash) {}
  };

  /**
   * The blueprint's manager, by {@code onUnappliedSlash} and {@code onSlash}. What it answers changes
   * nothing.
   */
  static SlashNews to(ManagerHooks hooks) {
    return new SlashNews() {
      @Override
      public void queued(UnappliedSlash slash) {
        hooks.tell(slash.blueprintId(), (managers, managed) -> managers.onUnappliedSlash(managed,
            slash.serviceId(), slash.operator(), slash.slashPercent()));
      }

      @Override
      public void taken(UnappliedSlash slash) {
        hooks.tell(slash.blueprintId(), (managers, managed) -> managers.onSlash(managed,
            slash.serviceId(), slash.operator(), slash.slashPercent()));
      }
    };
  }
}

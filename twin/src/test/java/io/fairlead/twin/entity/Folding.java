package io.fairlead.twin.entity;

/** Folds of one entity, as its actor does them. */
public final class Folding {
  private Folding() {}

  /** Before the first fact. */
  public static Held<?> blank(Portrait<?> portrait, EntityKey key) {
    return Held.blank(portrait, key);
  }

  /** After one more event of its journal. */
  @SuppressWarnings("unchecked")
  public static <S> Held<?> after(Portrait<S> portrait, Held<?> held, EntityEvent event) {
    return ((Held<S>) held).after(portrait, event);
  }

  /** The same read back from its stored form, as after a restart. */
  @SuppressWarnings("unchecked")
  public static <S> Held<?> stored(Portrait<S> portrait, Held<?> held) {
    var adapter = new HeldSnapshot.Adapter<>(portrait);
    return adapter.fromJournal(adapter.toJournal((Held<S>) held));
  }
}

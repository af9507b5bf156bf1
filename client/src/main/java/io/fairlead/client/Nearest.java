package io.fairlead.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like one that somebody mistyped. */
public final class Nearest {
  /** Names that are offered. */
  private static final int OFFERED_MAX = 3;

  private Nearest() {}

  private record Rated(String name, int distance) {}

  /**
   * The names nearest to {@code wrong}, the nearest first; none when all are far. Case and underscores
   * do not count, so that {@code transferKeepAlive} finds {@code transfer_keep_alive}.
   */
  public static List<String> to(String wrong, Collection<String> names) {
    String bare = bare(wrong);
    int near = Math.max(2, bare.length() / 3);
    return names.stream().map(name -> new Rated(name, rate(bare, bare(name))))
        .filter(rated -> rated.distance() <= near)
        .sorted(Comparator.comparingInt(Rated::distance).thenComparing(Rated::name))
        .limit(OFFERED_MAX).map(Rated::name).toList();
  }

  /** {@code "; did you mean a or b?"}, or nothing. */
  public static String question(String wrong, Collection<String> names) {
    List<String> near = to(wrong, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** A name that begins with what was typed is nearer than its length says. */
  private static int rate(String typed, String name) {
    return name.startsWith(typed) && !typed.isEmpty() ? Math.min(1, name.length() - typed.length())
        : distance(typed, name);
  }

  /** Letters to insert, remove or replace (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}

package io.fairlead.substrate.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What metadata says, one fact a line, in words that do not depend on type ids: {@code name = what}.
 * Two runtimes that say the same give the same facts.
 */
public final class MetadataFacts {
  private static final String IS = " = ";
  private static final Pattern TYPE_NAME = Pattern.compile(" as \"[^\"]*\"");

  private final Map<String, String> facts;

  private MetadataFacts(Map<String, String> facts) {
    this.facts = facts;
  }

  /**
   * The facts of some pallets and runtime APIs, of the extrinsic, and of every type that they reach.
   * Enums over all pallets are names only, and {@code System.Version} comes without its APIs.
   *
   * @param pallets names; unknown ones have no facts
   * @param apis names; unknown ones have no facts
   */
  public static MetadataFacts of(Metadata metadata, Collection<String> pallets,
      Collection<String> apis) {
    return new MetadataFacts(new FactWriter(metadata).write(pallets, apis));
  }

  /** The facts of everything. */
  public static MetadataFacts of(Metadata metadata) {
    return of(metadata, metadata.pallets().stream().map(PalletMetadata::name).toList(),
        metadata.apis().stream().map(RuntimeApi::name).toList());
  }

  /** The facts that {@link #lines} wrote. Empty lines and lines that begin with # are comments. */
  public static MetadataFacts parse(List<String> lines) {
    var facts = new LinkedHashMap<String, String>();
    for (String line : lines) {
      int at = line.indexOf(IS);
      if (!line.isEmpty() && line.charAt(0) != '#' && at >= 0) {
        facts.put(line.substring(0, at), line.substring(at + IS.length()));
      }
    }
    return new MetadataFacts(facts);
  }

  /** One line a fact, in a stable order. */
  public List<String> lines() {
    return facts.entrySet().stream().map(e -> e.getKey() + IS + e.getValue()).toList();
  }

  /** What is said of {@code name}; null when nothing is. */
  public @Nullable String of(String name) {
    return facts.get(name);
  }

  /** The same facts without what the sources call the types of fields: that is for readers only. */
  public MetadataFacts withoutTypeNames() {
    var bare = new LinkedHashMap<String, String>();
    facts.forEach((name, what) -> bare.put(name, TYPE_NAME.matcher(what).replaceAll("")));
    return new MetadataFacts(bare);
  }

  /** Where the two differ, in the order of the left one; names that only the right has come last. */
  public static List<Difference> diff(MetadataFacts left, MetadataFacts right) {
    var differences = new ArrayList<Difference>(left.notIn(right));
    right.facts.forEach((name, what) -> {
      if (!left.facts.containsKey(name)) {
        differences.add(new Difference(name, null, what));
      }
    });
    return differences;
  }

  /** Facts of this that {@code other} lacks or tells otherwise. Fewer facts are no difference. */
  public List<Difference> notIn(MetadataFacts other) {
    var differences = new ArrayList<Difference>();
    facts.forEach((name, what) -> {
      String there = other.facts.get(name);
      if (!what.equals(there)) {
        differences.add(new Difference(name, what, there));
      }
    });
    return differences;
  }

  /** A fact that two runtimes tell differently; null where one of them does not tell it. */
  public record Difference(String name, @Nullable String left, @Nullable String right) {
    @Override
    public String toString() {
      return name + ": " + (left == null ? "absent" : left) + " against "
          + (right == null ? "absent" : right);
    }
  }
}

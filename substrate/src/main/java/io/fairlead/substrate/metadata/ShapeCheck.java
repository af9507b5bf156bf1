package io.fairlead.substrate.metadata;

import io.fairlead.substrate.metadata.PalletMetadata.Entry;
import io.fairlead.substrate.metadata.PalletMetadata.EntryType;
import io.fairlead.substrate.metadata.PalletMetadata.Modifier;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we write and read with what a connected chain does: a difference means wrong bytes.
 * Only what changes bytes or names counts; paths do not, nor do wrappers of one field. The chain may
 * have more calls, events, errors and items than we know, but not other ones under the same name.
 */
public final class ShapeCheck {
  private final Metadata chain;

  /** A check against the metadata of a chain. */
  public ShapeCheck(Metadata chain) {
    this.chain = chain;
  }

  /**
   * Something that the chain has otherwise.
   *
   * @param where pallet, call, event or item, and field, such as {@code Services.call.job}
   */
  public record Difference(String where, String ours, String theirs) {
    /** One line for people. */
    @Override
    public String toString() {
      return where + ": expected " + ours + ", the chain has " + theirs;
    }
  }

  /** Differences of all that a pallet declares. */
  public List<Difference> pallet(PalletDeclaration ours) {
    var found = new ArrayList<Difference>();
    if (ours.calls() != null) {
      found.addAll(calls(ours.name(), ours.calls().shape()));
    }
    if (ours.events() != null) {
      found.addAll(events(ours.name(), ours.events().shape()));
    }
    if (ours.errors() instanceof Shape.Variants errors) {
      found.addAll(errors(ours.name(), errors));
    }
    for (Item item : ours.items()) {
      Item.Entry entry = item.entry();
      if (entry != null) {
        found.addAll(storage(ours.name(), entry));
      }
    }
    return found;
  }

  /** Differences of the calls of a pallet. */
  public List<Difference> calls(String pallet, Shape.Variants ours) {
    return cases(pallet, ours, PalletMetadata::calls);
  }

  /** Differences of the events of a pallet. */
  public List<Difference> events(String pallet, Shape.Variants ours) {
    return cases(pallet, ours, PalletMetadata::events);
  }

  /** Differences of the errors of a pallet. */
  public List<Difference> errors(String pallet, Shape.Variants ours) {
    return cases(pallet, ours, PalletMetadata::errors);
  }

  /** Which of its enums is meant. */
  private interface Part {
    @Nullable Integer of(PalletMetadata pallet);
  }

  private List<Difference> cases(String pallet, Shape.Variants ours, Part part) {
    Optional<PalletMetadata> theirs = chain.pallet(pallet);
    if (theirs.isEmpty()) {
      return List.of(new Difference(pallet, "a pallet", "none of that name"));
    }
    var comparison = new ShapeComparison(chain);
    comparison.knownCases(pallet, ours.cases(), chain.cases(part.of(theirs.get())));
    return comparison.found();
  }

  /** Differences of a storage item: hashers, keys, value, default. */
  public List<Difference> storage(String pallet, Item.Entry ours) {
    String where = pallet + "." + ours.name();
    Entry theirs = chain.entry(pallet, ours.name()).orElse(null);
    if (theirs == null) {
      return List.of(new Difference(where, "a storage item", "none of that name"));
    }
    var comparison = new ShapeComparison(chain);
    comparison.equal(where + " when absent", ours.optional() ? "nothing" : "a default",
        theirs.modifier() == Modifier.OPTIONAL ? "nothing" : "a default");
    Shape key = ours.key();
    switch (theirs.type()) {
      case EntryType.Plain plain ->
          comparison.equal(where, key == null ? "one value" : "a map", "one value");
      case EntryType.Keyed keyed -> {
        comparison.equal(where + " hashers", ours.hashers().toString(),
            keyed.hashers().toString());
        if (key != null) {
          comparison.compare(where + " key", key, keyed.key());
        }
      }
    }
    comparison.compare(where, ours.value(), theirs.type().value());
    return comparison.found();
  }
}

package io.fairlead.cli.chain;

import io.fairlead.cli.Failure;
import io.fairlead.client.Nearest;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.PalletMetadata;
import java.util.Collection;

/** {@code PALLET.NAME} of a command line: two names of the connected chain. */
public record Named(String pallet, String name) {

  /** The two names; anything else is wrong usage. */
  public static Named parse(String text, String form) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
      throw Failure.usage("expected " + form + ", found " + text);
    }
    return new Named(text.substring(0, dot), text.substring(dot + 1));
  }

  /** The pallet; refused with the nearest names. */
  public PalletMetadata palletOf(Metadata metadata) {
    return metadata.pallet(pallet).orElseThrow(() -> unknown("pallet", pallet,
        metadata.pallets().stream().map(PalletMetadata::name).toList()));
  }

  /** What a name that the chain does not know is answered with. */
  public static Failure unknown(String what, String name, Collection<String> known) {
    return Failure.usage("the chain has no " + what + " " + name + Nearest.question(
        name.substring(name.indexOf('.') + 1), known));
  }

  @Override
  public String toString() {
    return pallet + "." + name;
  }
}

package io.fairlead.client;

import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.ShapeCheck;
import io.fairlead.substrate.metadata.ShapeCheck.Difference;
import java.util.ArrayList;
import java.util.List;

/** The check on connect: what we write and read must be what the chain reads and writes. */
final class KnownShapes {
  /** Differences named in one message. */
  private static final int NAMED_MAX = 5;

  private KnownShapes() {}

  /** Every difference between our calls and events and those of {@code chain}. */
  static List<Difference> differences(Metadata chain, List<PalletTypes> ours) {
    var check = new ShapeCheck(chain);
    var found = new ArrayList<Difference>();
    for (PalletTypes types : ours) {
      var calls = types.calls();
      if (calls != null) {
        found.addAll(check.calls(types.pallet(), calls.shape()));
      }
      var events = types.events();
      if (events != null) {
        found.addAll(check.events(types.pallet(), events.shape()));
      }
    }
    return found;
  }

  /** Refuses a chain whose bytes would be misunderstood, naming pallet, call and field. */
  static void check(Metadata chain, List<PalletTypes> ours, String specName) {
    List<Difference> found = differences(chain, ours);
    if (!found.isEmpty()) {
      List<String> named = found.stream().limit(NAMED_MAX).map(Difference::toString).toList();
      String more = found.size() > NAMED_MAX ? "; and " + (found.size() - NAMED_MAX) + " more" : "";
      throw RpcFailure.unexpected("the chain " + specName + " has other types than this program: "
          + String.join("; ", named) + more);
    }
  }
}

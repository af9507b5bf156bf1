package io.fairlead.node.pool;

import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** A transaction in the pool and what ties it to others. */
final class Waiting {
  /** Best first ({@code TransactionRef}): priority, then who must go sooner, then who came first. */
  static final Comparator<Waiting> BEST_FIRST = (a, b) -> {
    int order = Long.compareUnsigned(b.validity.priority(), a.validity.priority());
    order = order != 0 ? order : Long.compareUnsigned(a.validTill, b.validTill);
    return order != 0 ? order : Long.compare(a.insertion, b.insertion);
  };

  final CheckedExtrinsic extrinsic;
  final Validity.Valid validity;
  /** First block in which it is not valid any more, unsigned. */
  final long validTill;
  final long insertion;
  /** Future: tags nobody provides yet. Ready: tags that others in the pool provide. */
  final Set<Bytes> unmet = new HashSet<>();
  /** Ready: those that need a tag of this one. */
  final Set<Waiting> unlocks = new LinkedHashSet<>();

  Waiting(CheckedExtrinsic extrinsic, Validity.Valid validity, long best, long insertion) {
    this.extrinsic = extrinsic;
    this.validity = validity;
    this.insertion = insertion;
    long till = best + validity.longevity();
    validTill = Long.compareUnsigned(till, best) < 0 ? -1 : till;
  }

  Hash hash() {
    return extrinsic.hash();
  }

  int size() {
    return extrinsic.bytes().size();
  }
}

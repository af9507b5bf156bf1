package io.fairlead.twin.load;

/**
 * What a load did.
 *
 * @param done calls that ran to their end
 * @param refused calls that the chain refused, as some are meant to be
 * @param lost calls whose end is not known: the node went away
 */
public record LoadReport(long done, long refused, long lost) {
  LoadReport plus(LoadReport other) {
    return new LoadReport(done + other.done, refused + other.refused, lost + other.lost);
  }
}

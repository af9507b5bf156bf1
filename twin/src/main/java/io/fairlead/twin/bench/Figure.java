package io.fairlead.twin.bench;

/**
 * One measured figure.
 *
 * @param what was measured
 * @param value in {@code unit}
 * @param floor the least that the design asks for; for times the most
 * @param aim what it hopes for
 * @param isTime whether less is better
 */
public record Figure(String what, double value, String unit, double floor, double aim,
    boolean isTime) {

  static Figure rate(String what, long count, long nanos, String unit, double floor, double aim) {
    return new Figure(what, count * 1e9 / Math.max(1, nanos), unit, floor, aim, false);
  }

  static Figure millis(String what, long nanos, double floor, double aim) {
    return new Figure(what, nanos / 1e6, "ms", floor, aim, true);
  }

  /** Whether the floor is kept. */
  public boolean isKept() {
    return isTime ? value <= floor : value >= floor;
  }
}

package io.fairlead.twin.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SortedMap;

/** Amounts of TNT by day, as a drawing inside a page. */
final class Plot {
  private static final int DECIMALS = 18;
  private static final int SHOWN_DECIMALS = 4;
  private static final int WIDTH = 680;
  private static final int HEIGHT = 170;
  private static final int BASE = 136;
  private static final int TALLEST = 104;
  private static final int MARGIN = 12;
  private static final int STEP_MAX = 56;
  private static final int LABELS = 8;
  private static final int LABEL_BELOW = 18;

  private Plot() {}

  /** Bars, one a day that has an amount, the oldest first. */
  static String bars(SortedMap<String, BigInteger> days) {
    BigInteger highest = days.values().stream().reduce(BigInteger.ONE, BigInteger::max);
    int step = Math.clamp((WIDTH - 2L * MARGIN) / Math.max(1, days.size()), 2, STEP_MAX);
    int bar = Math.max(1, step * 3 / 4);
    var svg = new StringBuilder("<svg class=\"plot\" id=\"plot\" viewBox=\"0 0 " + WIDTH + " "
        + HEIGHT + "\" role=\"img\" aria-label=\"Income by day in TNT\"><line x1=\"0\" y1=\""
        + BASE + "\" x2=\"" + WIDTH + "\" y2=\"" + BASE + "\"/>");
    int place = 0;
    int every = Math.max(1, days.size() / LABELS);
    for (var day : days.entrySet()) {
      int x = MARGIN + place * step;
      int height = Math.max(1, day.getValue().multiply(BigInteger.valueOf(TALLEST))
          .divide(highest).intValue());
      svg.append("<rect x=\"" + x + "\" y=\"" + (BASE - height) + "\" width=\"" + bar
          + "\" height=\"" + height + "\" rx=\"2\"><title>" + Html.text(day.getKey()) + ": "
          + tnt(day.getValue()) + "</title></rect>");
      if (place % every == 0) {
        svg.append("<text x=\"" + x + "\" y=\"" + (BASE + LABEL_BELOW) + "\">"
            + Html.text(day.getKey().substring(5)) + "</text>");
      }
      place++;
    }
    return svg.append("<text x=\"" + MARGIN + "\" y=\"18\">highest: " + tnt(highest)
        + "</text></svg>\n").toString();
  }

  /** Planck as TNT with up to four decimals, cut. */
  static String tnt(BigInteger planck) {
    BigDecimal whole = new BigDecimal(planck, DECIMALS);
    BigDecimal shown = whole.setScale(SHOWN_DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
    return (shown.signum() == 0 && planck.signum() > 0 ? "&lt;0.0001"
        : shown.signum() == 0 ? "0" : shown.toPlainString()) + " TNT";
  }
}

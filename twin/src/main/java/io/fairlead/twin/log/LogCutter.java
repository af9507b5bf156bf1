package io.fairlead.twin.log;

import io.fairlead.twin.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** Cuts blocks into events of the log: as many blocks in one as fit, a large block into several. */
public final class LogCutter {
  /** Bytes of facts in one event, about. */
  static final int EVENT_BYTES_MAX = 256 << 10;
  private static final int FACT_BYTES = 96;

  private final List<Blocks> events = new ArrayList<>();
  private final List<BlockLine> lines = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private long from;
  private long to;
  private int bytes;

  private LogCutter() {}

  /** The events of consecutive blocks. */
  public static List<Blocks> cut(List<BlockFacts> blocks) {
    var cutter = new LogCutter();
    blocks.forEach(cutter::add);
    cutter.close();
    return cutter.events;
  }

  private void add(BlockFacts block) {
    int size = block.facts().stream().mapToInt(LogCutter::bytes).sum();
    if (bytes + size > EVENT_BYTES_MAX) {
      close();
    }
    if (size > EVENT_BYTES_MAX) {
      parts(block);
      return;
    }
    if (lines.isEmpty()) {
      from = block.number();
    }
    to = block.number();
    lines.add(block.line());
    facts.addAll(block.facts());
    bytes += size;
  }

  private void parts(BlockFacts block) {
    var part = new ArrayList<Fact>();
    int size = 0;
    for (Fact fact : block.facts()) {
      if (size + bytes(fact) > EVENT_BYTES_MAX && !part.isEmpty()) {
        events.add(part(block, part, false));
        part.clear();
        size = 0;
      }
      part.add(fact);
      size += bytes(fact);
    }
    events.add(part(block, part, true));
  }

  private static Blocks part(BlockFacts block, List<Fact> facts, boolean isWhole) {
    return new Blocks(block.number(), block.number(), List.of(block.line()), facts, isWhole);
  }

  private void close() {
    if (!lines.isEmpty()) {
      events.add(new Blocks(from, to, lines, facts, true));
      lines.clear();
      facts.clear();
      bytes = 0;
    }
  }

  private static int bytes(Fact fact) {
    return fact instanceof Fact.Change change
        ? FACT_BYTES + change.key().size() + change.after().map(it -> it.size()).orElse(0)
        : FACT_BYTES;
  }
}

package io.fairlead.testing;

import io.fairlead.testing.Skipped.Need;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ant task of the last module: names each skipped suite and why as the very last lines of the build,
 * after Maven's own summary. Runs inside Maven's JVM.
 */
public final class SkippedReport {

  private String folder = "";

  /** The folder in which {@link Skipped} left its notes. */
  public void setFolder(String folder) {
    this.folder = folder;
  }

  /**
   * Reads the notes and prints them when the JVM ends.
   *
   * @throws IllegalStateException when a suite was skipped whose need is required
   */
  public void execute() {
    List<String> lines = lines(Path.of(folder));
    byte[] text = (String.join(System.lineSeparator(), lines) + System.lineSeparator())
        .getBytes(StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new AtTheEnd(text));
  }

  /** What to print, a suite a line. */
  static List<String> lines(Path folder) {
    List<String> lines = new ArrayList<>();
    for (Path note : notes(folder)) {
      List<String> parts = read(note);
      Need need = Need.valueOf(parts.get(0));
      String line = parts.get(1) + ": " + parts.get(2);
      if (need.isRequired()) {
        throw new IllegalStateException(
            "Skipped, but -D" + need.property() + "=required: " + line);
      }
      lines.add("  " + line + " (-D" + need.property() + "=required makes this a failure)");
    }
    lines.add(0, lines.isEmpty() ? "No suite was skipped." : "Skipped suites:");
    return List.copyOf(lines);
  }

  private static List<Path> notes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path note) {
    try {
      return Files.readAllLines(note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uses classes of the JDK only: the class loader of the task is closed by then. */
  private static final class AtTheEnd extends Thread {
    private final byte[] text;

    AtTheEnd(byte[] text) {
      this.text = text;
    }

    @Override
    @SuppressWarnings("resource") // standard output is not ours to close
    public void run() {
      try {
        new FileOutputStream(FileDescriptor.out).write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

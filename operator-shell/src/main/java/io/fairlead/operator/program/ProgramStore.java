package io.fairlead.operator.program;

import io.fairlead.operator.plan.WantedProgram;
import io.fairlead.substrate.primitive.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The operator's folder of programs. A file is found by the sha-256 of its content, whatever its
 * name; the bytes that were hashed are copied aside and only the copy is run, so that what runs is
 * what was checked.
 */
public final class ProgramStore {
  /** Larger files are not looked at: 256 MiB. */
  private static final long FILE_BYTES_MAX = 256L << 20;

  private final Path folder;
  private final Path copies;
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
  private final Map<Hash, Path> ready = new ConcurrentHashMap<>();

  private record Seen(long size, FileTime modified, Hash sha256) {}

  /** What a look-up found. */
  sealed interface Found {
    /** The checked copy. */
    record Here(Path file) implements Found {}

    /** Nothing to run, with the outcome that says why. */
    record Nothing(RunOutcome why) implements Found {}
  }

  /**
   * The store over a folder.
   *
   * @param folder where the operator puts programs
   * @param copies where the checked copies are kept; nobody else writes there
   */
  public ProgramStore(Path folder, Path copies) {
    this.folder = folder;
    this.copies = copies;
  }

  /** The first of {@code wanted} that is in the folder. */
  Found find(List<WantedProgram> wanted) throws IOException {
    for (WantedProgram program : wanted) {
      Path copy = ready.get(program.sha256());
      if (copy != null) {
        return new Found.Here(copy);
      }
    }
    List<Path> files = files();
    for (WantedProgram program : wanted) {
      for (Path file : files) {
        if (sha256Of(file).equals(program.sha256())) {
          Path copy = copy(file, program.sha256());
          if (copy != null) {
            return new Found.Here(copy);
          }
        }
      }
    }
    return new Found.Nothing(complaint(wanted, files));
  }

  private RunOutcome complaint(List<WantedProgram> wanted, List<Path> files) throws IOException {
    if (wanted.isEmpty()) {
      return new RunOutcome.Missing("the blueprint names no program with a sha-256");
    }
    for (WantedProgram program : wanted) {
      for (Path file : files) {
        if (file.getFileName().toString().equals(program.name())) {
          return new RunOutcome.HashDiffers(file + " has sha-256 " + sha256Of(file)
              + ", but the blueprint asks for " + program.sha256() + ": not run");
        }
      }
    }
    WantedProgram first = wanted.getFirst();
    return new RunOutcome.Missing("no file in " + folder + " has the sha-256 " + first.sha256()
        + (first.name().isEmpty() ? "" : " (" + first.name() + ")")
        + (wanted.size() == 1 ? "" : " or one of " + (wanted.size() - 1) + " others"));
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Hash sha256Of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.size() > FILE_BYTES_MAX) {
      return Hash.ZERO;
    }
    Seen known = seen.get(file);
    if (known != null && known.size == attributes.size()
        && known.modified.equals(attributes.lastModifiedTime())) {
      return known.sha256;
    }
    Hash sha256 = sha256(Files.readAllBytes(file));
    seen.put(file, new Seen(attributes.size(), attributes.lastModifiedTime(), sha256));
    return sha256;
  }

  /** The copy; null when the file changed since it was hashed. */
  private @org.jspecify.annotations.Nullable Path copy(Path file, Hash sha256)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!sha256(bytes).equals(sha256)) {
      seen.remove(file);
      return null;
    }
    Files.createDirectories(copies);
    Path copy = copies.resolve(sha256.toString().substring(2) + ".jar");
    Path part = Files.createTempFile(copies, "new", ".part");
    Files.write(part, bytes);
    Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    ready.put(sha256, copy);
    return copy;
  }

  /** SHA-256 of bytes, by which programs are addressed. */
  public static Hash sha256(byte[] bytes) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

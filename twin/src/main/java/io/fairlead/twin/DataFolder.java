package io.fairlead.twin;

import io.fairlead.substrate.primitive.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a twin: held by one process at a time, of one chain for ever. Each generation has a folder
 * {@code g1}, {@code g2}, … in it; the file {@code serving} names the one that answers.
 */
final class DataFolder implements AutoCloseable {
  private static final String SERVING = "serving";
  private static final String API = "api";
  private static final String TOKEN = "token";
  private static final int TOKEN_BYTES = 32;
  private static final String PLAN = "plan";
  private static final String PLACE = "g[0-9]{1,9}";

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Takes the folder, making it if it is missing. */
  static DataFolder take(Path wanted) throws Unusable {
    try {
      Path folder = Files.createDirectories(wanted).toRealPath();
      FileChannel file = FileChannel.open(folder.resolve("LOCK"), StandardOpenOption.CREATE,
          StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = file.tryLock();
      } catch (OverlappingFileLockException heldByThisProcess) {
        lock = null;
      }
      if (lock == null) {
        String holder = Files.readString(folder.resolve("LOCK")).strip();
        file.close();
        throw new Unusable("data folder " + folder + " is in use by another twin"
            + (holder.isEmpty() ? "" : " (process " + holder + ")")
            + ". Stop that one or name another folder with --data");
      }
      file.truncate(0);
      file.write(ByteBuffer.wrap(
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
      return new DataFolder(folder, file, lock);
    } catch (IOException failed) {
      throw new Unusable("data folder " + wanted + " cannot be used: " + failed);
    }
  }

  /** The chain of this folder. */
  record Chain(Hash genesis, String specName, int ss58Prefix) {}

  /** The chain that was followed before; empty in a new folder. */
  Optional<Chain> chain() throws Unusable {
    Path file = folder.resolve("chain");
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      return Optional.of(new Chain(Hash.hex(lines.get(0)), lines.get(1),
          Integer.parseInt(lines.get(2))));
    } catch (IOException | RuntimeException failed) {
      throw new Unusable(file + " cannot be read: " + failed);
    }
  }

  /** Writes down which chain is followed, before anything of it. */
  void pin(Chain chain) throws Unusable {
    write("chain", chain.genesis() + "\n" + chain.specName() + "\n" + chain.ss58Prefix() + "\n");
  }

  /** The generation that answers. */
  int serving() throws Unusable {
    Path file = folder.resolve(SERVING);
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
    } catch (IOException | NumberFormatException failed) {
      throw new Unusable(file + " cannot be read: " + failed);
    }
  }

  /** From now on {@code generation} answers, after a restart too. */
  void serve(int generation) throws Unusable {
    write(SERVING, generation + "\n");
  }

  /** The numbers of all generations, ascending. */
  List<Integer> generations() throws Unusable {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(each -> each.getFileName().toString()).filter(it -> it.matches(PLACE))
          .map(it -> Integer.parseInt(it.substring(1))).sorted().toList();
    } catch (IOException failed) {
      throw new Unusable("data folder " + folder + " cannot be read: " + failed);
    }
  }

  /** The place of a generation, made if it is missing. */
  Place place(int generation) throws Unusable {
    try {
      return new Place(Files.createDirectories(folder.resolve("g" + generation)));
    } catch (IOException failed) {
      throw new Unusable("data folder " + folder + " cannot be written: " + failed);
    }
  }

  /** The next number, with its plan written down. */
  int begin(Plan plan) throws Unusable {
    List<Integer> there = generations();
    int number = (there.isEmpty() ? serving() : Math.max(serving(), there.getLast())) + 1;
    place(number);
    write("g" + number + "/" + PLAN, plan + "\n");
    return number;
  }

  /** How a generation was to begin; empty for the first. */
  Optional<Plan> plan(int generation) throws Unusable {
    Path file = folder.resolve("g" + generation).resolve(PLAN);
    try {
      return Files.exists(file) ? Optional.of(Plan.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException failed) {
      throw new Unusable(file + " cannot be read: " + failed);
    }
  }

  /** Forgets a generation. */
  void remove(int generation) throws Unusable {
    Path place = folder.resolve("g" + generation);
    try (Stream<Path> inside = Files.exists(place) ? Files.list(place) : Stream.empty()) {
      for (Path file : inside.toList()) {
        Files.delete(file);
      }
      Files.deleteIfExists(place);
    } catch (IOException failed) {
      throw new Unusable("generation " + generation + " cannot be removed: " + failed);
    }
  }

  /** A new secret of this folder, for those who may read it. */
  String newToken() throws Unusable {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    Path file = folder.resolve(TOKEN);
    try {
      Files.deleteIfExists(file);
      if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.createFile(file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, token + "\n");
      return token;
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be written: " + failed);
    }
  }

  /** Writes down where the API of this folder listens. */
  void reach(URI api) throws Unusable {
    write(API, api + "\n");
  }

  /** Nothing listens any more. */
  void unreach() {
    try {
      Files.deleteIfExists(folder.resolve(API));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(String name, String text) throws Unusable {
    Path file = folder.resolve(name);
    Path aside = folder.resolve(name + ".new");
    try {
      Files.writeString(aside, text, StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be written: " + failed);
    }
  }

  /** A file of the folder. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** The files of a generation. */
  record Place(Path folder) {
    Path journal() {
      return folder.resolve("journal");
    }

    Path tables() {
      return folder.resolve("tables");
    }

    Path replica() {
      return folder.resolve("replica.mv");
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package io.fairlead.twin;

import io.fairlead.substrate.primitive.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The folder of a twin: held by one process at a time, of one chain for ever. */
final class DataFolder implements AutoCloseable {
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
    Path file = folder.resolve("chain");
    Path aside = folder.resolve("chain.new");
    try {
      Files.writeString(aside,
          chain.genesis() + "\n" + chain.specName() + "\n" + chain.ss58Prefix() + "\n",
          StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be written: " + failed);
    }
  }

  /** A file of the folder. */
  Path file(String name) {
    return folder.resolve(name);
  }

  Path journal() {
    return folder.resolve("journal");
  }

  Path tables() {
    return folder.resolve("tables");
  }

  Path replica() {
    return folder.resolve("replica.mv");
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

package io.fairlead.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a chain, held by one process at a time. */
final class BasePath implements AutoCloseable {
  private final Path folder;
  private final boolean temporary;
  private final FileChannel lockFile;
  private final FileLock lock;

  private BasePath(Path folder, boolean temporary, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.temporary = temporary;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** The folder cannot be used; the message is for the user. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    final String reason;

    Unusable(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** Takes the folder, making it if it is missing; null: a temporary one. */
  static BasePath take(@Nullable Path wanted) throws Unusable {
    Path folder = wanted;
    try {
      folder = wanted == null ? Files.createTempDirectory("fairlead-node-")
          : Files.createDirectories(wanted).toRealPath();
      FileChannel file = FileChannel.open(folder.resolve("LOCK"), StandardOpenOption.CREATE,
          StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(file);
      if (lock == null) {
        String holder = read(file);
        file.close();
        throw new Unusable("base path " + folder + " is in use by another node"
            + (holder.isBlank() ? "" : " (process " + holder.strip() + ")")
            + ". Stop that node or name another folder with --base-path");
      }
      file.truncate(0);
      file.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid())
          .getBytes(StandardCharsets.UTF_8)), 0);
      return new BasePath(folder, wanted == null, file, lock);
    } catch (IOException failed) {
      throw new Unusable("base path " + folder + " cannot be used: " + failed);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    file.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  Path folder() {
    return folder;
  }

  Path journal() {
    return folder.resolve("journal");
  }

  /** Whether a chain was begun here. */
  boolean hasJournal() {
    return Files.exists(folder.resolve("journal.mv.db"));
  }

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  Path keystore() {
    return folder.resolve("keystore");
  }

  /** Gives the folder back, and deletes a temporary one. */
  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
    if (temporary) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(folder)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
  }
}

package io.fairlead.operator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The shell's own folder, held by one shell at a time. The system lets go when a process dies. */
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes the folder when it is absent and takes it.
   *
   * @throws ShellRefusal when another shell has it or it cannot be written
   */
  static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new ShellRefusal("another shell is running on the data folder " + folder);
      }
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new ShellRefusal("the data folder " + folder + " cannot be written: " + e.getMessage());
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  /** Where the journal's files begin. */
  Path journal() {
    return folder.toAbsolutePath().resolve("journal");
  }

  /** Checked copies of programs. */
  Path programs() {
    return folder.toAbsolutePath().resolve("programs");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot let go of " + folder, e);
    }
  }
}

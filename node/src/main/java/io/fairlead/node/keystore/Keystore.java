package io.fairlead.node.keystore;

import io.fairlead.substrate.primitive.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/**
 * The keys of a validator, a file each as Substrate's {@code LocalKeystore} has them: the name is the
 * type and the public key in hexadecimal, the content the secret URI as a JSON text. Nothing checks that
 * the two belong together, as nothing does there. Any thread.
 */
public final class Keystore {
  private final Path folder;

  /** The keys in {@code folder}, which is made when the first comes. */
  public Keystore(Path folder) {
    this.folder = folder;
  }

  private Path file(Bytes type, Bytes key) {
    return folder.resolve(HexFormat.of().formatHex(type.array())
        + HexFormat.of().formatHex(key.array()));
  }

  /**
   * Keeps a key; one that is there is overwritten.
   *
   * @param type four letters
   * @param suri the secret
   * @throws UncheckedIOException when the file cannot be written
   */
  public void insert(Bytes type, String suri, Bytes key) {
    try {
      Files.createDirectories(folder);
      Path written = folder.resolve(file(type, key).getFileName() + ".new");
      create(written);
      Files.writeString(written,
          "\"" + suri.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
          StandardCharsets.UTF_8);
      Files.move(written, file(type, key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Only the owner reads it, where files have owners. */
  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException leftOver) {
      Files.delete(file);
      create(file);
    } catch (UnsupportedOperationException noOwners) {
      Files.createFile(file);
    }
  }

  /** Whether the key is kept. */
  public boolean has(Bytes type, Bytes key) {
    return key.size() <= 65 && Files.exists(file(type, key));
  }
}

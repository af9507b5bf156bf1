package io.fairlead.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A twin in one file: which chain, the journal with the log and the replica of the generation that
 * answers, and the SHA-256 of each. The tables are not in it; they come again from the log.
 */
public final class Archive {
  private static final String FORM = "fairlead-twin/1";
  private static final String LIST = "files";
  private static final String CHAIN = "chain";
  private static final String SERVING = "serving";
  private static final int FILES = 4;
  private static final String NAMES = "chain|serving|g[0-9]{1,9}/(journal\\.mv\\.db|replica\\.mv)";

  private Archive() {}

  /**
   * Writes the folder of a twin that does not run into a new file.
   *
   * @return bytes of the file
   * @throws Unusable when the folder is no twin's, is in use, or the file is there or cannot be written
   */
  public static long write(Path data, Path file) throws Unusable {
    if (!Files.isRegularFile(data.resolve(CHAIN))) {
      throw new Unusable(data + " is no data folder of a twin: it has no " + CHAIN);
    }
    try (DataFolder folder = DataFolder.take(data)) {
      folder.serve(folder.serving());
      String place = "g" + folder.serving() + "/";
      List<String> files =
          List.of(CHAIN, SERVING, place + "journal.mv.db", place + "replica.mv");
      var sums = new LinkedHashMap<String, String>();
      for (String name : files) {
        sums.put(name, sha256(folder.file(name)));
      }
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(LIST));
        var list = new StringBuilder(FORM + "\n");
        sums.forEach((name, sum) -> list.append(sum).append(' ').append(name).append('\n'));
        zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
        for (String name : files) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(folder.file(name), zip);
        }
      }
      return Files.size(file);
    } catch (FileAlreadyExistsException there) {
      throw new Unusable(file + " is there already; name another file, or remove it");
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be written: " + failed);
    }
  }

  /**
   * Makes the data folder of a twin from such a file. Every byte is checked before the folder is there;
   * {@code twin run} then proves the next block on it, {@code twin verify} all of it.
   *
   * @throws Unusable when the folder has something in it, or the file is damaged or of another form
   */
  public static void read(Path file, Path data) throws Unusable {
    Path aside = data.resolveSibling(data.getFileName() + ".importing");
    try {
      if (Files.exists(data) && !isEmpty(data)) {
        throw new Unusable(data + " is not empty; name a new folder with --data");
      }
      remove(aside);
      Files.createDirectories(aside);
      unpack(file, aside);
      Files.deleteIfExists(data);
      Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be read: " + failed);
    } finally {
      remove(aside);
    }
  }

  private static void unpack(Path file, Path into) throws IOException, Unusable {
    try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(LIST)) {
        throw new Unusable(file + " is no archive of a twin");
      }
      Map<String, String> sums = list(file, zip);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!sums.containsKey(entry.getName())) {
          throw new Unusable(file + " holds " + entry.getName() + ", which is not in its list");
        }
        Path target = into.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(zip, target);
      }
      for (Map.Entry<String, String> sum : sums.entrySet()) {
        Path found = into.resolve(sum.getKey());
        if (!Files.exists(found) || !sha256(found).equals(sum.getValue())) {
          throw new Unusable(file + " is damaged: " + sum.getKey()
              + (Files.exists(found) ? " has another SHA-256 than its list says" : " is missing"));
        }
      }
    }
  }

  /** The names that may follow with their sums; no other name is ever written. */
  private static Map<String, String> list(Path file, ZipInputStream zip)
      throws IOException, Unusable {
    var lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
    String form = lines.readLine();
    if (!FORM.equals(form)) {
      throw new Unusable(file + " is of form " + form + ", this program knows " + FORM);
    }
    var sums = new LinkedHashMap<String, String>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split(" ", 2);
      if (parts.length == 2 && parts[1].matches(NAMES)) {
        sums.put(parts[1], parts[0]);
      }
    }
    if (sums.size() != FILES) {
      throw new Unusable(file + " is damaged: its list has " + sums.keySet()
          + ", expected the chain, the generation, its journal and its replica");
    }
    return sums;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static void remove(Path folder) throws Unusable {
    try (Stream<Path> inside = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new Unusable(folder + " cannot be removed: " + failed);
    }
  }
}

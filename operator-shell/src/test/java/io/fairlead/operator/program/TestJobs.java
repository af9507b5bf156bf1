package io.fairlead.operator.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Job programs, good and bad, each in one class that is packed into a jar of its own. */
public final class TestJobs {
  private TestJobs() {}

  /** A jar in {@code folder} under {@code name} whose program is {@code main}. */
  public static Path jar(Class<?> main, Path folder, String name) {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    Path jar = folder.resolve(name);
    String file = main.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in = main.getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new JarEntry(file));
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Answers with its arguments. */
  public static final class Echo {
    /** Entry point. */
    public static void main(String[] args) throws IOException {
      System.in.transferTo(System.out);
      System.out.flush();
    }
  }

  /** Never ends. */
  public static final class Hang {
    /** Entry point. */
    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** Writes without end. */
  public static final class Flood {
    /** Entry point. */
    public static void main(String[] args) throws IOException {
      var chunk = new byte[8_192];
      while (!System.out.checkError()) {
        System.out.write(chunk);
      }
      System.exit(0);
    }
  }

  /** Exits with 1 and a complaint. */
  public static final class ExitOne {
    /** Entry point. */
    public static void main(String[] args) {
      System.err.println("out of luck");
      System.exit(1);
    }
  }

  /** Answers one {@code Bool(true)}. */
  public static final class AnswerBool {
    /** Entry point. */
    public static void main(String[] args) {
      System.out.write(1 << 2);
      System.out.write(1);
      System.out.write(1);
      System.out.flush();
    }
  }

  /** Answers what is no {@code Vec<Field>}. */
  public static final class Babble {
    /** Entry point. */
    public static void main(String[] args) {
      System.out.println("hello");
    }
  }

  /** Takes more memory than it may. */
  public static final class Hog {
    /** Entry point. */
    public static void main(String[] args) {
      var all = new java.util.ArrayList<byte[]>();
      while (all.size() < 4_096) {
        all.add(new byte[1 << 20]);
      }
    }
  }

  /**
   * Says on standard error what it can see, then exits with 7. The input names a port and a file.
   */
  public static final class Peek {
    /** Entry point. */
    public static void main(String[] args) throws Exception {
      var words = new String(System.in.readAllBytes(), StandardCharsets.ISO_8859_1)
          .replaceAll("(?s)^[^#]*#", "").split("#");
      var seen = new StringBuilder();
      try (var socket = new Socket(InetAddress.getByName("127.0.0.1"),
          Integer.parseInt(words[0]))) {
        seen.append(socket.isConnected() ? "network " : "");
      } catch (IOException none) {
        seen.append("no-network ");
      }
      seen.append(Files.exists(Path.of(words[1])) ? "file " : "no-file ");
      seen.append(Files.exists(Path.of("/etc/passwd")) ? "etc " : "no-etc ");
      var environment = new java.util.TreeMap<>(System.getenv());
      environment.remove("PWD");
      seen.append(environment.isEmpty() ? "no-environment " : environment + " ");
      seen.append(ProcessHandle.allProcesses().count() <= 3 ? "alone " : "not-alone ");
      MessageDigest.getInstance("SHA-256");
      seen.append("digest");
      System.err.println(seen);
      System.exit(7);
    }
  }
}

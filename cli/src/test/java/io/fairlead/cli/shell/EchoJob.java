package io.fairlead.cli.shell;

import io.fairlead.substrate.primitive.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A job program that answers with its arguments, in a jar of this one class. */
final class EchoJob {
  private EchoJob() {}

  /** Entry point of the program. */
  public static void main(String[] args) throws IOException {
    System.in.transferTo(System.out);
    System.out.flush();
  }

  /** Puts the jar into {@code folder}; its sha-256. */
  static Hash install(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path jar = folder.resolve("echo.jar");
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoJob.class.getName());
    String file = EchoJob.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in = EchoJob.class.getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new JarEntry(file));
      in.transferTo(out);
    }
    return Hash.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
  }
}

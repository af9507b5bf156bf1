package io.fairlead.twin;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of this process as jars only: of these a JVM can share classes, and start sooner. */
final class QuickStart {
  private final String classPath;
  private final Path archive;

  private QuickStart(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /** Packs what is not packed yet into {@code folder}. */
  static QuickStart in(Path folder) throws IOException {
    var jars = new ArrayList<String>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(each);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes" + jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      } else if (Files.exists(path)) {
        jars.add(each);
      }
    }
    return new QuickStart(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  /** Options for a process that writes down, when it ends, which classes it loaded. */
  List<String> recording() {
    return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
        "-cp", classPath);
  }

  /** Options for a process that finds them ready. */
  List<String> quick() {
    return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off", "-cp",
        classPath);
  }
}

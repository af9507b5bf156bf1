package io.fairlead.twin.table;

import io.fairlead.testing.Skipped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL server of its own, in a folder of its own, for as long as a test runs. */
final class Postgres implements AutoCloseable {
  private static final String SUITE = "tables on PostgreSQL";
  private static final int PATIENCE_SECONDS = 60;

  private final Path bin;
  private final Path folder;
  private final int port;

  private Postgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server, or skips the test where there is none to start. */
  static Postgres start() throws IOException, InterruptedException {
    Optional<Path> bin = bin();
    if (bin.isEmpty()) {
      Skipped.suite(Skipped.Need.POSTGRES, SUITE,
          "no PostgreSQL here; on Debian: apt-get install postgresql");
    }
    Path folder = Files.createTempDirectory("fairlead-postgres");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var server = new Postgres(bin.orElseThrow(), folder, port);
    if (isRoot()) { // the server refuses to run as root
      server.run(List.of("chown", "postgres", folder.toString()));
    }
    server.asUser("initdb", "-D", folder.resolve("data").toString(), "-U", "twin", "-A", "trust",
        "-E", "UTF8", "--no-locale", "--no-sync");
    server.asUser("pg_ctl", "-D", folder.resolve("data").toString(), "-w", "-l",
        folder.resolve("log").toString(), "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -k "
            + folder + " -c fsync=off",
        "start");
    return server;
  }

  private static Optional<Path> bin() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (Files.notExists(all)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(all)) {
      return versions.map(each -> each.resolve("bin"))
          .filter(each -> Files.isExecutable(each.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=twin";
  }

  private void asUser(String program, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("fairlead-postgres", ".txt");
    Process process = new ProcessBuilder(command).directory(Path.of("/").toFile())
        .redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(command + ": " + Files.readString(said));
    }
    Files.delete(said);
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private void stop() throws IOException, InterruptedException {
    asUser("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

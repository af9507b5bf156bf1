package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code fairlead}, run in a checkout of its own, with JDKs that are a file {@code release}
 * and a {@code java} that prints what it was given, and a Maven that makes an empty distribution.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String INSTALL_HINT = "Fairlead needs a JDK 21 or newer (25 starts faster).";

  @TempDir Path folder;
  private Path checkout = Path.of("");
  private Path home = Path.of("");
  private Path tools = Path.of("");
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    folder = folder.toRealPath();
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    home = Files.createDirectories(folder.resolve("home"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(Path.of("..", "fairlead"), checkout.resolve("fairlead"));
    executable(checkout.resolve("fairlead"), Files.readString(checkout.resolve("fairlead")));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    Path source = checkout.resolve("cli/src/main/java/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Main {}");
    executable(tools.resolve("mvn"), """
        #!/bin/sh
        echo "$* on $JAVA_HOME" >>mvn.calls
        mkdir -p cli/target/dist/lib
        echo jar >cli/target/dist/lib/fairlead.jar
        """);
    for (String name : List.of("sh", "env", "dirname", "basename", "readlink", "find", "head",
        "cat",
        "cksum", "mkdir", "rm", "mv", "grep", "sleep", "nice")) {
      Files.createSymbolicLink(tools.resolve(name), onPath(name));
    }
  }

  @Test
  void fairlead_java_home_wins_over_java_home_and_newer_ones() throws Exception {
    jdk(".sdkman/candidates/java/newest", "99.0.1");
    environment.put("JAVA_HOME", jdk("other", "24").toString());
    environment.put("FAIRLEAD_JAVA_HOME", jdk("mine", "21.0.8").toString());

    Run run = start("--version");

    assertThat(run.out()).startsWith(home.resolve("mine") + "/bin/java ");
    assertThat(run.code()).isZero();
  }

  @Test
  void java_home_wins_when_it_does() throws Exception {
    jdk(".jdks/newest", "99");
    environment.put("JAVA_HOME", jdk("other", "24").toString());

    assertThat(start("--version").out()).startsWith(home.resolve("other") + "/bin/java ");
  }

  @Test
  void a_java_home_that_is_too_old_is_passed_over() throws Exception {
    jdk(".jdks/newest", "99");
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());

    assertThat(start("--version").out()).startsWith(home.resolve(".jdks/newest") + "/bin/java ");
  }

  @Test
  void of_the_rest_the_newest_wins_wherever_it_is() throws Exception {
    Path onPath = jdk("on-path", "98");
    Files.createSymbolicLink(tools.resolve("link"), onPath.resolve("bin/java"));
    Files.createSymbolicLink(tools.resolve("java"), Path.of("link"));
    assertThat(start("--version").out()).startsWith(onPath + "/bin/java ");

    jdk(".sdkman/candidates/java/newest", "100-ea");
    assertThat(start("--version").out()).startsWith(home.resolve(".sdkman").toString());
  }

  @Test
  void a_java_without_a_compiler_does_not_do() throws Exception {
    Path jre = jdk("jre", "25");
    Files.delete(jre.resolve("bin/javac"));
    environment.put("FAIRLEAD_JAVA_HOME", jre.toString());

    Run run = start("--version");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(INSTALL_HINT, "25 at " + jre, "javac is missing");
  }

  @Test
  void without_a_jdk_it_exits_2_and_says_what_it_found_and_what_to_install() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("old", "17.0.15").toString());

    Run run = start("demo", "--output", "json");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(INSTALL_HINT, "Found: 17 at " + home.resolve("old"), "apt-get",
        "dnf", "brew", "sdk install", "or set FAIRLEAD_JAVA_HOME");
    assertThat(checkout.resolve("cli/target")).doesNotExist();
  }

  @Test
  void a_version_of_the_old_form_is_read_as_such() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("old", "1.8.0_402").toString());

    assertThat(start("--version").err()).contains("Found: 8 at ");
  }

  @Test
  void flags_that_an_older_java_does_not_know_are_left_out() throws Exception {
    String unsafe = "--sun-misc-unsafe-memory-access=allow";

    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    assertThat(start("node").out()).doesNotContain(unsafe, "AOT", "-Xlog", "Compact");
    environment.put("FAIRLEAD_JAVA_HOME", jdk("b", "23").toString());
    assertThat(start("node").out()).contains(unsafe).doesNotContain("AOT", "-Xlog", "Compact");
    environment.put("FAIRLEAD_JAVA_HOME", jdk("c", "25").toString());
    assertThat(start("node").out()).contains(unsafe, "-Xlog:disable -Xlog:all=error:stderr");
  }

  @Test
  void the_start_up_cache_is_made_after_the_build_and_used_from_the_first_start_on()
      throws Exception {
    Path jdk = jdk("c", "25");
    executable(jdk.resolve("bin/java"), """
        #!/bin/sh
        for word in "$@"; do
          case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac
        done
        printf '%s ' "$@"
        """);
    environment.put("FAIRLEAD_JAVA_HOME", jdk.toString());

    assertThat(start("node").out()).contains("-XX:AOTCache=" + checkout).endsWith(" node ")
        .doesNotContain("warm-up");
    assertThat(start("node").out()).contains("-XX:AOTCache=" + checkout);
  }

  @Test
  void arguments_reach_the_program_as_they_were_given() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());

    Run run = start("keys", "a b", "", "*");

    assertThat(run.out()).contains("[-jar] [" + checkout.resolve("cli/target/dist/lib/fairlead.jar")
        + "] [keys] [a b] [] [*]");
  }

  @Test
  void it_works_through_a_link_from_another_folder() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    Path link = Files.createSymbolicLink(home.resolve("fl"), checkout.resolve("fairlead"));
    Path second = Files.createSymbolicLink(folder.resolve("fl2"), Path.of("home/fl"));

    assertThat(start(link, "--version").out()).contains("[-jar] [" + checkout);
    assertThat(start(second, "--version").out()).contains("[-jar] [" + checkout);
  }

  @Test
  void it_builds_once_and_again_when_a_source_is_newer() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());

    Run first = start("--version");
    assertThat(first.err()).contains("Building Fairlead with Java 21");
    assertThat(first.out()).doesNotContain("Building");
    assertThat(start("--version").err()).isEmpty();
    assertThat(builds()).containsExactly(
        "-B -q -DskipTests -Pdist package on " + home.resolve("a"));

    Files.setLastModifiedTime(checkout.resolve("cli/src/main/java/Main.java"),
        FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(start("--no-build", "--version").err()).isEmpty();
    assertThat(builds()).hasSize(1);
    start("--version");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void two_starts_at_the_same_time_build_once() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    Path mvn = tools.resolve("mvn");
    executable(mvn, Files.readString(mvn).replace("mkdir", "sleep 1\nmkdir"));

    Process one = process(checkout.resolve("fairlead"), "--version");
    Process two = process(checkout.resolve("fairlead"), "--version");

    assertThat(finish(one).code()).isZero();
    assertThat(finish(two).code()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(checkout.resolve("cli/target/build.lock")).doesNotExist();
  }

  @Test
  void the_lock_of_a_build_that_died_is_taken_over() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    Path lock = Files.createDirectories(checkout.resolve("cli/target/build.lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    assertThat(start("--version").code()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void without_maven_it_exits_2_and_says_how_to_get_it() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    Files.delete(tools.resolve("mvn"));

    Run run = start("--version");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("mvn is not on the PATH", "apt-get install maven");
  }

  @Test
  void without_a_network_it_says_so_plainly() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    executable(tools.resolve("mvn"), """
        #!/bin/sh
        echo '[ERROR] Could not transfer artifact org.junit:junit-bom:pom:5 from/to central'
        exit 1
        """);

    Run run = start("--version");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("junit-bom", "The first build needs the network once");
    assertThat(checkout.resolve("cli/target/build.lock")).doesNotExist();
    assertThat(start("--no-build", "--version").err()).contains("not built yet");
  }

  @Test
  void a_build_that_fails_shows_its_errors() throws Exception {
    environment.put("FAIRLEAD_JAVA_HOME", jdk("a", "21").toString());
    executable(tools.resolve("mvn"), """
        #!/bin/sh
        echo '[ERROR] Main.java:[1,1] class expected'
        exit 1
        """);

    Run run = start("--version");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("class expected", "The build failed", "build.log");
  }

  private record Run(int code, String out, String err) {}

  private Run start(String... args) throws Exception {
    return start(checkout.resolve("fairlead"), args);
  }

  private Run start(Path script, String... args) throws Exception {
    return finish(process(script, args));
  }

  private Process process(Path script, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What it wrote fits in the pipes, so that one after the other is fine. */
  private static Run finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(checkout.resolve("mvn.calls"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(home.resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
    executable(jdk.resolve("bin/java"), """
        #!/bin/sh
        printf '%s %s' "$0" "$*"
        printf ' [%s]' "$@"
        """);
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return jdk;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String name) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst().orElseThrow();
  }
}

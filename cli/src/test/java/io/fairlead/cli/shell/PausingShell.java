package io.fairlead.cli.shell;

import io.fairlead.operator.Shell;
import io.fairlead.operator.ShellConfig;
import io.fairlead.operator.ShellConfigReader;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A shell whose listener never comes back from one step. The shell tells a step when it is in the
 * journal and before it goes on, so the call stands still exactly there until the process is
 * killed.
 */
final class PausingShell {
  private PausingShell() {}

  /** Takes the settings' file and the name of the step, or "none". */
  public static void main(String[] args) throws Exception {
    ShellConfig config = switch (ShellConfigReader.read(Path.of(args[0]), System.getenv())) {
      case ShellConfigReader.Result.Ready(ShellConfig ready) -> ready;
      case ShellConfigReader.Result.Mistaken mistaken ->
          throw new IllegalArgumentException(mistaken.toString());
    };
    Shell shell = Shell.start(config, news -> {
      System.out.println(news.getClass().getSimpleName());
      if (news.getClass().getSimpleName().equals(args[1])) {
        forEver();
      }
    });
    shell.ended().toCompletableFuture().join();
  }

  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.fairlead.cli.keys;

import io.fairlead.cli.Failure;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.KeyResult;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Suri;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a secret comes from: a file or an environment variable, never the command line, which others
 * can read. Development keys such as {@code //Alice} are no secret and may be named.
 */
public final class SecretOptions {
  @Option(names = "--suri-file", paramLabel = "FILE",
      description = "File whose first line is the secret URI of the signer.") private @Nullable Path suriFile;

  @Option(names = "--suri-env", paramLabel = "NAME",
      description = "Environment variable that holds the secret URI of the signer.") private @Nullable String suriEnv;

  @Option(names = "--dev", paramLabel = "//NAME",
      description = "A development key, such as //Alice. Known to everybody.") private @Nullable String dev;

  @Option(names = "--scheme", paramLabel = "sr25519|ed25519|ecdsa", defaultValue = "sr25519",
      description = "Scheme of the key (default: sr25519).") private String scheme = "sr25519";

  /** The scheme that was asked for. */
  public Scheme scheme() {
    for (Scheme known : Scheme.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(scheme)) {
        return known;
      }
    }
    throw Failure.usage("--scheme: expected sr25519, ed25519 or ecdsa, found " + scheme);
  }

  /** The key; empty when no option names one. */
  public Optional<KeyPair> key() {
    return suri(System.getenv()).map(suri -> switch (Suri.derive(scheme(), suri)) {
      case KeyResult.Derived derived -> derived.pair();
      case KeyResult.Refused refused -> throw Failure.usage("secret URI: " + refused.reason());
    });
  }

  private Optional<String> suri(Map<String, String> environment) {
    int named = (suriFile == null ? 0 : 1) + (suriEnv == null ? 0 : 1) + (dev == null ? 0 : 1);
    if (named > 1) {
      throw Failure.usage("give one of --suri-file, --suri-env and --dev, not " + named);
    }
    if (dev != null) {
      if (!dev.startsWith("//")) {
        throw Failure.usage("--dev: expected a development key such as //Alice. Secrets come from"
            + " --suri-file or --suri-env: a command line can be read by others");
      }
      return Optional.of(dev);
    }
    if (suriEnv != null) {
      String value = environment.get(suriEnv);
      if (value == null || value.isBlank()) {
        throw Failure.usage("--suri-env: the variable " + suriEnv + " is not set");
      }
      return Optional.of(value.strip());
    }
    return suriFile == null ? Optional.empty() : Optional.of(firstLine(suriFile));
  }

  private static String firstLine(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst()
          .orElseThrow(() -> Failure.usage("--suri-file: " + file + " is empty"));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw Failure.usage("--suri-file: cannot read " + file + ": " + unreadable.getMessage());
    }
  }
}

package io.fairlead.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fairlead.operator.ShellConfig.SandboxWish;
import io.fairlead.operator.program.ProgramLimits;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.KeyResult;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Suri;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code shell.yaml}. All mistakes are collected before anything is connected, so that an
 * operator mends them in one go. Relative paths count from the folder of the file.
 */
public final class ShellConfigReader {
  /** The file with every setting, its default and its unit. */
  public static final String EXAMPLE = "shell.yaml";

  /** What came of reading. */
  public sealed interface Result {
    /** Settings to run with. */
    record Ready(ShellConfig config) implements Result {}

    /** Every mistake in a line of its own, each beginning with the setting's name. */
    record Mistaken(List<String> mistakes) implements Result {
      public Mistaken {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  private static final Set<String> TOP = Set.of("url", "signer", "data", "programs", "sandbox",
      "limits", "concurrency", "attempts", "retry", "eraBlocks", "drainMillis");
  private static final Map<String, Set<String>> INNER =
      Map.of("signer", Set.of("scheme", "file", "environment"), "limits",
          Set.of("timeMillis", "memoryMebibytes", "outputBytes"), "retry",
          Set.of("minMillis", "maxMillis"));

  private final Path base;
  private final Map<String, String> environment;
  private final List<String> mistakes = new ArrayList<>();

  private ShellConfigReader(Path base, Map<String, String> environment) {
    this.base = base;
    this.environment = environment;
  }

  /**
   * Reads the file.
   *
   * @param environment where a key may be, by the name that the file gives
   */
  public static Result read(Path file, Map<String, String> environment) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException bad) {
      var at = bad.getLocation();
      return new Result.Mistaken(List.of(file + ": not YAML"
          + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())));
    } catch (IOException missing) {
      return new Result.Mistaken(List.of(file + ": cannot be read"));
    }
    Path folder = file.toAbsolutePath().getParent();
    return new ShellConfigReader(folder == null ? Path.of("").toAbsolutePath() : folder,
        environment).settings(root);
  }

  private Result settings(JsonNode root) {
    if (!root.isObject()) {
      return new Result.Mistaken(List.of("expected settings such as \"url: ws://…\", found none"));
    }
    unknown(root);
    URI url = url(root);
    KeyPair key = key(root.path("signer"));
    Path data = path(root, "data", false);
    Path programs = path(root, "programs", true);
    SandboxWish sandbox = choice(root, "sandbox", SandboxWish.PREFERRED, SandboxWish.class);
    JsonNode limits = root.path("limits");
    long time = number(limits, "limits.timeMillis", 10_000, 1, 86_400_000);
    long memory = number(limits, "limits.memoryMebibytes", 128, 8, 65_536);
    long output =
        number(limits, "limits.outputBytes", 1 << 20, 1, ProgramLimits.OUTPUT_BYTES_MAX);
    long concurrency = number(root, "concurrency", 2, 1, 1_024);
    long attempts = number(root, "attempts", 3, 1, 1_000);
    long retryMin = number(root.path("retry"), "retry.minMillis", 1_000, 1, 86_400_000);
    long retryMax = number(root.path("retry"), "retry.maxMillis", 60_000, 1, 86_400_000);
    long era = number(root, "eraBlocks", 64, 4, 65_536);
    long drain = number(root, "drainMillis", 30_000, 0, 86_400_000);
    if (Long.bitCount(era) != 1) {
      mistakes.add("eraBlocks: expected a power of two, found " + era);
    }
    if (!mistakes.isEmpty() || url == null || key == null || data == null || programs == null) {
      return new Result.Mistaken(mistakes);
    }
    return new Result.Ready(new ShellConfig(url, key, data, programs, sandbox,
        new ProgramLimits(Duration.ofMillis(time), (int) memory, (int) output), (int) concurrency,
        (int) attempts, Duration.ofMillis(retryMin),
        Duration.ofMillis(Math.max(retryMin, retryMax)), (int) era, Duration.ofMillis(drain)));
  }

  private void unknown(JsonNode root) {
    for (String name : names(root)) {
      if (!TOP.contains(name)) {
        mistakes.add(name + ": no such setting");
      }
    }
    INNER.forEach((group, known) -> {
      JsonNode inner = root.path(group);
      if (!inner.isMissingNode() && !inner.isObject()) {
        mistakes.add(group + ": expected " + String.join(", ", new TreeSet<>(known)));
      }
      for (String name : names(inner)) {
        if (!known.contains(name)) {
          mistakes.add(group + "." + name + (group.equals("signer")
              ? ": a key is named by signer.file or signer.environment, never written here"
              : ": no such setting"));
        }
      }
    });
  }

  private static Set<String> names(JsonNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private @Nullable URI url(JsonNode root) {
    String text = text(root, "url", "the node's address, such as ws://127.0.0.1:9944");
    if (text == null) {
      return null;
    }
    try {
      var url = new URI(text);
      if (("ws".equals(url.getScheme()) || "wss".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    mistakes.add("url: expected ws://HOST:PORT or wss://HOST:PORT, found " + text);
    return null;
  }

  private @Nullable KeyPair key(JsonNode signer) {
    Scheme scheme = choice(signer, "signer.scheme", Scheme.SR25519, Scheme.class);
    boolean hasFile = signer.hasNonNull("file");
    boolean hasVariable = signer.hasNonNull("environment");
    if (hasFile == hasVariable) {
      mistakes.add("signer: expected " + (hasFile ? "only one of file and environment"
          : "file: PATH or environment: NAME, where the secret URI is"));
      return null;
    }
    String secret = hasFile ? secretFile(signer) : secretVariable(signer);
    if (secret == null) {
      return null;
    }
    return switch (Suri.derive(scheme, secret.strip())) {
      case KeyResult.Derived(KeyPair pair) -> pair;
      case KeyResult.Refused(String reason) -> {
        mistakes.add("signer." + (hasFile ? "file" : "environment") + ": " + reason);
        yield null;
      }
    };
  }

  private @Nullable String secretFile(JsonNode signer) {
    Path file = base.resolve(signer.path("file").asText());
    try {
      return Files.readString(file);
    } catch (IOException e) {
      mistakes.add("signer.file: " + file + " cannot be read");
      return null;
    }
  }

  private @Nullable String secretVariable(JsonNode signer) {
    String name = signer.path("environment").asText();
    String value = environment.get(name);
    if (value == null) {
      mistakes.add("signer.environment: the variable " + name + " is not set");
    }
    return value;
  }

  private @Nullable Path path(JsonNode root, String name, boolean mustExist) {
    String text = text(root, name, "a folder");
    if (text == null) {
      return null;
    }
    Path path = base.resolve(text);
    if (mustExist && !Files.isDirectory(path)) {
      mistakes.add(name + ": " + path + " is no folder");
    } else if (Files.exists(path) && !Files.isDirectory(path)) {
      mistakes.add(name + ": " + path + " is a file, expected a folder");
    }
    return path;
  }

  private @Nullable String text(JsonNode root, String name, String what) {
    JsonNode node = root.path(name);
    if (!node.isTextual() || node.asText().isBlank()) {
      mistakes.add(name + ": expected " + what + (node.isMissingNode() ? "" : ", found " + node));
      return null;
    }
    return node.asText();
  }

  private long number(JsonNode group, String name, long otherwise, long least, long most) {
    JsonNode node = group.path(name.substring(name.indexOf('.') + 1));
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= least
        && node.asLong() <= most) {
      return node.asLong();
    }
    mistakes.add(name + ": expected a whole number from " + least + " to " + most + ", found "
        + node);
    return otherwise;
  }

  private <E extends Enum<E>> E choice(JsonNode group, String name, E otherwise, Class<E> type) {
    JsonNode node = group.path(name.substring(name.indexOf('.') + 1));
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    var allowed = new TreeSet<String>();
    for (E each : type.getEnumConstants()) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(node.asText())) {
        return each;
      }
      allowed.add(word);
    }
    mistakes.add(name + ": expected " + String.join(", ", allowed) + ", found " + node);
    return otherwise;
  }
}

package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Option;

/** Has a running twin make a generation, and waits until it answers. */
final class BeginGeneration {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String PATH = "/v1/generations";

  @Option(names = "--data", paramLabel = "DIR", required = true,
      description = "Folder of the twin, which runs.") private Path data = Path.of("twin");

  @Option(names = "--detach",
      description = "Do not wait until it answers; twin generations tells.") private boolean isDetached;

  /** Begins what {@code wanted} says, and tells how it goes. */
  int run(JsonNode wanted, PrintWriter out) {
    var api = new TwinApi(line("api"));
    int number = api.post(PATH, line("token"), wanted).path("number").asInt();
    out.printf("generation %d is being made; the present one answers meanwhile%n", number);
    out.flush();
    return isDetached ? ExitCode.DONE : await(api, number, out);
  }

  private String line(String name) {
    Path file = data.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException missing) {
      throw new Failure(ExitCode.NODE_NOT_REACHED, "no twin runs on " + data
          + " (" + file + " cannot be read); start it: fairlead twin run --url ws://… --data "
          + data);
    }
  }

  private static int await(TwinApi api, int number, PrintWriter out) {
    CompletableFuture<Integer> stop = StopSignal.first();
    long told = -1;
    while (true) {
      JsonNode data = api.get(TwinApi.Question.of(PATH)).path("data");
      JsonNode mine = null;
      for (JsonNode each : data.path("generations")) {
        mine = each.path("number").asInt() == number ? each : mine;
      }
      if (mine == null) {
        throw Failure.check(data.path("trouble").asText("the generation is gone"));
      }
      if (mine.path("isServing").asBoolean()) {
        out.printf("generation %d answers: blocks %s to %s%n", number,
            mine.path("since").asText(), mine.path("block").asText());
        return ExitCode.DONE;
      }
      if (mine.path("block").asLong(-1) != told) {
        told = mine.path("block").asLong(-1);
        out.printf("at block %d%n", told);
        out.flush();
      }
      Optional<Integer> stopped = StopSignal.within(stop, LOOK);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
  }
}

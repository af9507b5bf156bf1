package io.fairlead.cli.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Hex;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of {@code fairlead-trace/1}: header, genesis, then step by step. */
final class TraceReader implements Closeable {
  /** The format that is read here. */
  private static final String FORMAT = "fairlead-trace/1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final BufferedReader lines;
  private final String variant;
  private final SortedMap<Bytes, Step.Written> genesis;
  private int lineNumber;

  /** Opens {@code file}, compressed by gzip or not. */
  TraceReader(Path file) throws IOException {
    this.file = file;
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain =
          file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
      JsonNode header = line();
      if (header == null || !header.path("format").asText().equals(FORMAT)) {
        throw new IOException(file + ": expected a first line with format " + FORMAT);
      }
      variant = header.path("variant").asText();
      JsonNode state = line();
      if (state == null || !state.path("t").asText().equals("genesis")) {
        throw new IOException(file + ": expected genesis in line 2");
      }
      genesis = diff(state.path("state"));
    } catch (IOException | RuntimeException bad) {
      in.close();
      throw bad;
    }
  }

  /** {@code deployed} or {@code slash-on}. */
  String variant() {
    return variant;
  }

  /** The state from which every trace of this file starts. */
  SortedMap<Bytes, Step.Written> genesis() {
    return genesis;
  }

  /** The next step; null at the end. */
  @Nullable Step next() throws IOException {
    for (JsonNode line = line(); line != null; line = line()) {
      try {
        Step step = step(line);
        if (step != null) {
          return step;
        }
      } catch (RuntimeException malformed) {
        throw new IOException(file + " line " + lineNumber + ": " + malformed.getMessage(),
            malformed);
      }
    }
    return null;
  }

  private @Nullable JsonNode line() throws IOException {
    String text = lines.readLine();
    lineNumber++;
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException bad) {
      throw new IOException(file + " line " + lineNumber + ": " + bad.getOriginalMessage(), bad);
    }
  }

  private @Nullable Step step(JsonNode line) {
    return switch (line.path("t").asText()) {
      case "trace" -> new Step.Trace(line.path("name").asText(), variant);
      case "init" -> new Step.Init(line.path("n").asLong(), line.path("now").asLong(),
          line.has("round") ? line.get("round").asLong() : null,
          line.has("era") ? line.get("era").asLong() : null, recorded(line));
      case "call" -> call(line);
      case "direct" -> new Step.Direct(line.path("n").asLong(), line.path("fn").asText(),
          texts(line.path("args")), result(line.path("res")), recorded(line));
      case "poke" -> new Step.Poke(line.path("what").asText(), diff(line.path("diff")));
      case "final" -> new Step.Final(line.path("n").asLong(), recorded(line));
      case "note" -> null;
      case String other -> throw new IllegalArgumentException("unknown step " + other);
    };
  }

  private static Step.Call call(JsonNode line) {
    JsonNode dispatchClass = line.path("class");
    var declared = new Step.Declared(weight(line.path("weight")),
        dispatchClass.isTextual()
            ? DispatchClass.valueOf(dispatchClass.asText().toUpperCase(Locale.ROOT)) : null,
        weight(line.path("actual")));
    return new Step.Call(line.path("n").asLong(), line.path("i").asLong(),
        line.path("name").asText(), origin(line.path("origin").asText()),
        bytes(line.path("call")), declared, result(line.path("res")),
        line.path("pays").asBoolean(), recorded(line));
  }

  private static Origin origin(String text) {
    return switch (text) {
      case "root" -> Origin.ROOT;
      case "none" -> Origin.NONE;
      default -> Origin.signed(AccountId.hex(text));
    };
  }

  private static Step.Result result(JsonNode res) {
    if (res.isTextual()) {
      return new Step.Result.Ok();
    }
    return res.has("panic") ? new Step.Result.Panic(res.get("panic").asText())
        : new Step.Result.Err(bytes(res.path("err")), res.path("name").asText());
  }

  private static @Nullable Weight weight(JsonNode pair) {
    return pair.isArray() ? Weight.of(pair.get(0).asLong(), pair.get(1).asLong()) : null;
  }

  private static Step.Recorded recorded(JsonNode line) {
    var contracts = new ArrayList<Step.ContractCall>();
    for (JsonNode call : line.path("evm")) {
      contracts.add(contract(call));
    }
    return new Step.Recorded(diff(line.path("diff")), events(line.path("events")),
        List.copyOf(contracts));
  }

  private static Step.ContractCall contract(JsonNode call) {
    Step.Answer answer = call.has("error") ? new Step.Answer.Refused(call.get("error").asText())
        : new Step.Answer.Ran(call.path("exit").asText(), bytes(call.path("output")),
            call.path("gasUsed").asText());
    return new Step.ContractCall(EvmAddress.hex(call.path("from").asText()),
        EvmAddress.hex(call.path("to").asText()), bytes(call.path("input")),
        number(call.path("value")), call.path("gas").asLong(),
        call.path("transactional").asBoolean(), call.path("validate").asBoolean(), answer,
        diff(call.path("diff")), events(call.path("events")));
  }

  private static BigInteger number(JsonNode value) {
    String text = value.asText();
    return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
  }

  private static SortedMap<Bytes, Step.Written> diff(JsonNode object) {
    var diff = new TreeMap<Bytes, Step.Written>();
    object.properties().forEach(field -> diff.put(Bytes.hex(field.getKey()),
        new Step.Written(field.getValue().isNull() ? null : bytes(field.getValue()))));
    return diff;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  private static List<Bytes> events(JsonNode array) {
    var events = new ArrayList<Bytes>();
    array.forEach(event -> events.add(bytes(event)));
    return List.copyOf(events);
  }

  private static Bytes bytes(JsonNode hex) {
    return Bytes.wrap(Hex.bytes(hex.asText()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

package io.fairlead.cli.tx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.Named;
import io.fairlead.client.TangleChain;
import io.fairlead.client.Units;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.primitive.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of the connected chain from names and JSON; what does not fit is wrong usage. */
final class CallArguments {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build();
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final TangleChain chain;
  private final Units units;

  CallArguments(TangleChain chain, Units units) {
    this.chain = chain;
    this.units = units;
  }

  /** The arguments of a command line: JSON, or {@code @FILE} with JSON in it. */
  static JsonNode parse(String text) {
    String json = text;
    if (text.startsWith("@")) {
      try {
        json = Files.readString(Path.of(text.substring(1)));
      } catch (IOException unreadable) {
        throw Failure.usage("cannot read " + text.substring(1) + ": " + unreadable.getMessage());
      }
    }
    try {
      return json.isBlank() ? MAKE.arrayNode() : JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw Failure.usage("ARGS_JSON is not JSON: " + broken.getOriginalMessage()
          + (broken.getLocation() == null ? ""
              : " at column " + broken.getLocation().getColumnNr())
          + "; expected an object by field name or an array, such as"
          + " '{\"dest\":\"//Bob\",\"value\":\"1 " + "TNT\"}'");
    }
  }

  /** The call, encoded. */
  Bytes call(Named named, JsonNode arguments) {
    PalletMetadata pallet = named.palletOf(chain.metadata());
    List<TypeDef.Case> calls = chain.metadata().cases(pallet.calls());
    TypeDef.Case found = calls.stream().filter(call -> call.name().equals(named.name()))
        .findFirst().orElseThrow(() -> Named.unknown("call", named.toString(),
            calls.stream().map(TypeDef.Case::name).toList()));
    return switch (chain.call(pallet.name(), found.name(), arguments, units)) {
      case Encoded.Value(Bytes bytes) -> bytes;
      case Encoded.Misfit misfit -> throw Failure
          .usage(named + ": " + misfit.message() + ". Its arguments: " + signature(found));
    };
  }

  private static String signature(TypeDef.Case call) {
    return call.fields().isEmpty() ? "none" : String.join(", ", call.fields().stream()
        .map(field -> field.name() + ": " + field.typeName()).toList()).replace("\n", "");
  }

  /**
   * The call as another sends it.
   *
   * @param account for whom: null for Root
   */
  Bytes via(Via via, @Nullable String account, Bytes call) {
    return switch (via) {
      case NONE -> {
        if (account != null) {
          throw Failure.usage("--as needs --via sudo or --via proxy");
        }
        yield call;
      }
      case SUDO -> account == null
          ? call(new Named("Sudo", "sudo"), MAKE.arrayNode().add(call.toString()))
          : call(new Named("Sudo", "sudo_as"),
              MAKE.arrayNode().add(account).add(call.toString()));
      case PROXY -> {
        if (account == null) {
          throw Failure.usage("--via proxy: name the account to act for with --as");
        }
        yield call(new Named("Proxy", "proxy"),
            MAKE.arrayNode().add(account).addNull().add(call.toString()));
      }
    };
  }
}

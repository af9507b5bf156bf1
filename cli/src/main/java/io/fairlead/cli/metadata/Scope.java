package io.fairlead.cli.metadata;

import io.fairlead.cli.Failure;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataFacts;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.RuntimeApi;
import io.fairlead.substrate.scale.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which metadata is read, and which part of it. */
final class Scope {
  @Option(names = "--pallets", split = ",", paramLabel = "NAME",
      description = "Only these pallets and the types they reach, comma-separated.") private @Nullable List<String> pallets;

  @Option(names = "--apis", split = ",", paramLabel = "NAME",
      description = "Only these runtime APIs; with --pallets alone there are none.") private @Nullable List<String> apis;

  /** The facts of that part of {@code metadata}. */
  MetadataFacts facts(Metadata metadata) {
    return MetadataFacts.of(metadata, pallets(metadata), apis(metadata));
  }

  /** Names of the pallets that are looked at, in the order of the metadata. */
  List<String> pallets(Metadata metadata) {
    return chosen(pallets, apis, metadata.pallets().stream().map(PalletMetadata::name).toList());
  }

  /** Names of the runtime APIs that are looked at, in the order of the metadata. */
  List<String> apis(Metadata metadata) {
    return chosen(apis, pallets, metadata.apis().stream().map(RuntimeApi::name).toList());
  }

  /** Refuses names that none of {@code all} has. */
  void check(Metadata... all) {
    var palletsThere = new ArrayList<String>();
    var apisThere = new ArrayList<String>();
    for (Metadata metadata : all) {
      metadata.pallets().forEach(it -> palletsThere.add(it.name()));
      metadata.apis().forEach(it -> apisThere.add(it.name()));
    }
    refuseUnknown("--pallets: no pallet", pallets, palletsThere);
    refuseUnknown("--apis: no runtime API", apis, apisThere);
  }

  private static void refuseUnknown(String complaint, @Nullable List<String> wanted,
      Collection<String> there) {
    for (String name : wanted == null ? List.<String>of() : wanted) {
      if (!there.contains(name)) {
        throw Failure.usage(complaint + " '" + name + "'; there are "
            + String.join(", ", there.stream().distinct().toList()));
      }
    }
  }

  private static List<String> chosen(@Nullable List<String> wanted, @Nullable List<String> other,
      List<String> there) {
    if (wanted == null) {
      return other == null ? there : List.of();
    }
    return there.stream().filter(wanted::contains).toList();
  }

  /** The metadata of a profile, or that in a file; a profile's name comes first. */
  static Metadata read(String profileOrFile) {
    return Profiles.find(profileOrFile).map(Profiles::metadata)
        .orElseGet(() -> file(profileOrFile));
  }

  /** The metadata in a file: plain bytes from {@code meta} on, V14 or V15. */
  static Metadata file(String name) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(name));
    } catch (IOException | InvalidPathException failed) {
      throw Failure.usage("cannot read " + name + ": expected a file of metadata or a profile ("
          + Profiles.names() + ")");
    }
    return switch (Metadata.decode(bytes)) {
      case Decoded.Value<Metadata>(Metadata metadata) -> metadata;
      case Decoded.Malformed<Metadata> bad ->
          throw Failure.usage(name + " is no metadata V14 or V15: " + bad.message());
    };
  }
}

package io.fairlead.cli.metadata;

import io.fairlead.cli.Failure;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeMetadata;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles by the names that users give them. */
final class Profiles {
  private static final List<Profile> ALL = List.of(Profile.TANGLE_TESTNET);

  private Profiles() {}

  /** The profile of that name. */
  static Optional<Profile> find(String name) {
    return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** The profile of that name, or a failure that names all. */
  static Profile named(String name) {
    return find(name).orElseThrow(() -> Failure.usage(
        "--profile: expected one of " + names() + ", found '" + name + "'"));
  }

  /** All names, comma-separated. */
  static String names() {
    return ALL.stream().map(Profile::name).collect(Collectors.joining(", "));
  }

  /** Metadata V15 of our runtime in that profile. */
  static Metadata metadata(Profile profile) {
    return MetadataWriter.v15(RuntimeMetadata.declaration(profile));
  }
}

package io.fairlead.cli.metadata;

import io.fairlead.cli.Failure;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.RuntimeMetadata;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles by the names that users give them. */
final class Profiles {
  private Profiles() {}

  /** The profile of that name. */
  static Optional<Profile> find(String name) {
    return Profile.named(name);
  }

  /** The profile of that name, or a failure that names all. */
  static Profile named(String name) {
    return find(name).orElseThrow(() -> Failure.usage(
        "--profile: expected one of " + names() + ", found '" + name + "'"));
  }

  /** All names, comma-separated. */
  static String names() {
    return Profile.ALL.stream().map(Profile::name).collect(Collectors.joining(", "));
  }

  /** Metadata V15 of our runtime in that profile. */
  static Metadata metadata(Profile profile) {
    return MetadataWriter.v15(RuntimeMetadata.declaration(profile));
  }
}

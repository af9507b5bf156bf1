package io.fairlead.operator.plan;

import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.BoundedString;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that a blueprint names. The sha-256 decides; name and place are only for people.
 *
 * @param name as the blueprint says, which may be empty
 * @param sha256 of the file
 */
public record WantedProgram(String name, Hash sha256) {

  /** The programs of a blueprint in the order of its sources; any of them answers its jobs. */
  public static List<WantedProgram> of(ServiceBlueprint blueprint) {
    var wanted = new ArrayList<WantedProgram>();
    for (BlueprintSource source : blueprint.sources()) {
      for (BlueprintSource.Binary binary : binaries(source)) {
        var program = new WantedProgram(BoundedString.text(binary.name()), binary.sha256());
        if (!wanted.contains(program)) {
          wanted.add(program);
        }
      }
    }
    return List.copyOf(wanted);
  }

  private static List<BlueprintSource.Binary> binaries(BlueprintSource source) {
    return switch (source) {
      case BlueprintSource.Wasm(var runtime, BlueprintSource.WasmFetcher.Github(var release)) ->
          release.binaries();
      case BlueprintSource.Native(BlueprintSource.NativeFetcher.Github(var release)) ->
          release.binaries();
      case BlueprintSource.Wasm(var runtime, BlueprintSource.WasmFetcher.Ipfs(var hash)) ->
          List.of();
      case BlueprintSource.Native(BlueprintSource.NativeFetcher.Ipfs(var hash)) -> List.of();
      case BlueprintSource.Container container -> List.of();
      case BlueprintSource.Testing testing -> List.of();
    };
  }
}

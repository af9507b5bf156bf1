package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Where a blueprint's program comes from ({@code tangle_primitives::services::sources}). */
public sealed interface BlueprintSource {
  /** A WebAssembly module. */
  record Wasm(WasmRuntime runtime, WasmFetcher fetcher) implements BlueprintSource {}

  /** A native binary. */
  record Native(NativeFetcher fetcher) implements BlueprintSource {}

  /** A container image. */
  record Container(Bytes registry, Bytes image, Bytes tag) implements BlueprintSource {}

  /** A cargo package, for tests. */
  record Testing(Bytes cargoPackage, Bytes cargoBin, Bytes basePath) implements BlueprintSource {}

  /** Which engine runs a module. */
  enum WasmRuntime {
    WASMTIME("Wasmtime"), WASMER("Wasmer");

    static final Codec<WasmRuntime> CODEC =
        Codecs.plainEnum("tangle_primitives::services::sources::WasmRuntime", values(),
            WasmRuntime::ordinal, r -> r.chainName);

    private final String chainName;

    WasmRuntime(String chainName) {
      this.chainName = chainName;
    }
  }

  /** Where a module is. */
  sealed interface WasmFetcher {
    /** A content hash of IPFS. */
    record Ipfs(Bytes hash) implements WasmFetcher {}

    /** A release on GitHub. */
    record Github(GithubRelease release) implements WasmFetcher {}

    /** One byte of index, then the payload. */
    Codec<WasmFetcher> CODEC = Codecs.enumOf("tangle_primitives::services::sources::WasmFetcher",
        List.of(Shape.skipped("C")),
        variant(0, "IPFS", Ipfs.class,
            Fields.of(Ipfs::new,
                field(null, Ipfs::hash, BoundedString.IPFS_HASH,
                    "BoundedVec<u8, C::MaxIpfsHashLength>"))),
        variant(1, "Github", Github.class, Fields.of(Github::new,
            field(null, Github::release, GithubRelease.CODEC, "GithubFetcher<C>"))));
  }

  /** Where a binary is. */
  sealed interface NativeFetcher {
    /** A content hash of IPFS. */
    record Ipfs(Bytes hash) implements NativeFetcher {}

    /** A release on GitHub. */
    record Github(GithubRelease release) implements NativeFetcher {}

    /** One byte of index, then the payload. */
    Codec<NativeFetcher> CODEC =
        Codecs.enumOf("tangle_primitives::services::sources::NativeFetcher",
            List.of(Shape.skipped("C")),
            variant(0, "IPFS", Ipfs.class,
                Fields.of(Ipfs::new,
                    field(null, Ipfs::hash, BoundedString.IPFS_HASH,
                        "BoundedVec<u8, C::MaxIpfsHashLength>"))),
            variant(1, "Github", Github.class, Fields.of(Github::new,
                field(null, Github::release, GithubRelease.CODEC, "GithubFetcher<C>"))));
  }

  /** A release and its binaries ({@code GithubFetcher}). */
  record GithubRelease(Bytes owner, Bytes repo, Bytes tag, List<Binary> binaries) {
    public GithubRelease {
      binaries = List.copyOf(binaries);
    }

    /** Fields in order. */
    public static final Codec<GithubRelease> CODEC =
        Codecs.struct("tangle_primitives::services::sources::GithubFetcher",
            Fields.of(GithubRelease::new,
                field("owner", GithubRelease::owner,
                    BoundedString.codec(Limits.GIT_OWNER_LENGTH_MAX),
                    "BoundedString<C::MaxGitOwnerLength>"),
                field("repo", GithubRelease::repo,
                    BoundedString.codec(Limits.GIT_REPO_LENGTH_MAX),
                    "BoundedString<C::MaxGitRepoLength>"),
                field("tag", GithubRelease::tag, BoundedString.codec(Limits.GIT_TAG_LENGTH_MAX),
                    "BoundedString<C::MaxGitTagLength>"),
                field("binaries", GithubRelease::binaries,
                    Codecs.boundedVec(Binary.CODEC, Limits.BINARIES_PER_GADGET_MAX),
                    "BoundedVec<BlueprintBinary<C>, C::MaxBinariesPerGadget>")),
            Shape.skipped("C"));
  }

  /** A binary and its sha-256 ({@code BlueprintBinary}). */
  record Binary(Architecture arch, OperatingSystem os, Bytes name, Hash sha256) {
    /** Fields in order. */
    public static final Codec<Binary> CODEC =
        Codecs.struct("tangle_primitives::services::sources::BlueprintBinary",
            Fields.of(Binary::new, field("arch", Binary::arch, Architecture.CODEC, "Architecture"),
                field("os", Binary::os, OperatingSystem.CODEC, "OperatingSystem"),
                field("name", Binary::name, BoundedString.codec(Limits.BINARY_NAME_LENGTH_MAX),
                    "BoundedString<C::MaxBinaryNameLength>"),
                field("sha256", Binary::sha256,
                    Codecs.rawBytes(32).as(Hash::of, Hash::bytes), "[u8; 32]")),
            Shape.skipped("C"));
  }

  /** What a binary runs on. */
  enum Architecture {
    WASM("Wasm"), WASM64("Wasm64"), WASI("Wasi"), WASI64("Wasi64"), AMD("Amd"), AMD64("Amd64"),
    ARM("Arm"), ARM64("Arm64"), RISC_V("RiscV"), RISC_V64("RiscV64");

    static final Codec<Architecture> CODEC =
        Codecs.plainEnum("tangle_primitives::services::sources::Architecture", values(),
            Architecture::ordinal, a -> a.chainName);

    private final String chainName;

    Architecture(String chainName) {
      this.chainName = chainName;
    }
  }

  /** What a binary runs under. */
  enum OperatingSystem {
    UNKNOWN("Unknown"), LINUX("Linux"), WINDOWS("Windows"), MAC_OS("MacOS"), BSD("BSD");

    static final Codec<OperatingSystem> CODEC =
        Codecs.plainEnum("tangle_primitives::services::sources::OperatingSystem", values(),
            OperatingSystem::ordinal, o -> o.chainName);

    private final String chainName;

    OperatingSystem(String chainName) {
      this.chainName = chainName;
    }
  }

  /** The fields of {@code ImageRegistryFetcher}. */
  Codec<Container> CONTAINER =
      Codecs.struct("tangle_primitives::services::sources::ImageRegistryFetcher",
          Fields.of(Container::new,
              field("registry", Container::registry,
                  BoundedString.codec(Limits.CONTAINER_REGISTRY_LENGTH_MAX),
                  "BoundedString<C::MaxContainerRegistryLength>"),
              field("image", Container::image,
                  BoundedString.codec(Limits.CONTAINER_IMAGE_NAME_LENGTH_MAX),
                  "BoundedString<C::MaxContainerImageNameLength>"),
              field("tag", Container::tag,
                  BoundedString.codec(Limits.CONTAINER_IMAGE_TAG_LENGTH_MAX),
                  "BoundedString<C::MaxContainerImageTagLength>")),
          Shape.skipped("C"));

  /** The fields of {@code TestFetcher}. */
  Codec<Testing> TESTING = Codecs.struct("tangle_primitives::services::sources::TestFetcher",
      Fields.of(Testing::new,
          field("cargo_package", Testing::cargoPackage,
              BoundedString.codec(Limits.BINARY_NAME_LENGTH_MAX),
              "BoundedString<C::MaxBinaryNameLength>"),
          field("cargo_bin", Testing::cargoBin,
              BoundedString.codec(Limits.BINARY_NAME_LENGTH_MAX),
              "BoundedString<C::MaxBinaryNameLength>"),
          field("base_path", Testing::basePath, ServiceMetadata.TEXT,
              "BoundedString<C::MaxMetadataLength>")),
      Shape.skipped("C"));

  /** One byte of index, then the payload. */
  Codec<BlueprintSource> CODEC =
      Codecs.enumOf("tangle_primitives::services::sources::BlueprintSource",
          List.of(Shape.skipped("C")),
          variant(0, "Wasm", Wasm.class,
              Fields.of(Wasm::new,
                  field("runtime", Wasm::runtime, WasmRuntime.CODEC, "WasmRuntime"),
                  field("fetcher", Wasm::fetcher, WasmFetcher.CODEC, "WasmFetcher<C>"))),
          variant(1, "Native", Native.class,
              Fields.of(Native::new,
                  field(null, Native::fetcher, NativeFetcher.CODEC, "NativeFetcher<C>"))),
          variant(2, "Container", Container.class,
              Fields.of(c -> c,
                  field(null, (Container c) -> c, CONTAINER, "ImageRegistryFetcher<C>"))),
          variant(3, "Testing", Testing.class, Fields.of(t -> t,
              field(null, (Testing t) -> t, TESTING, "TestFetcher<C>"))));
}

package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Secret URIs as {@code sp_core::crypto::SecretUri} reads them: a root, then {@code //hard} and
 * {@code /soft} junctions, then {@code ///password}. The root is {@code 0x} and 64 hex digits, or the
 * public development phrase, which is also meant when nothing stands there. Other phrases are refused:
 * a secret that matters is given as a seed, by file or environment.
 */
public final class Suri {

  /** The phrase behind {@code //Alice} and the other well-known keys; never for real funds. */
  public static final String DEV_PHRASE =
      "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

  private static final byte[] DEV_ENTROPY =
      HexFormat.of().parseHex("1a486a5fbe53639984cb64b070755f7b");
  /** What {@link #phraseSeed} makes of no password; kept because it takes milliseconds. */
  private static final byte[] DEV_SEED = HexFormat.of()
      .parseHex("fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e");
  /** A path longer than this is a mistake or an attack. */
  private static final int LENGTH_MAX = 8_192;

  private Suri() {}

  /**
   * The key pair which the URI names in the given scheme. Refused: text of another form, a phrase that
   * is not {@link #DEV_PHRASE}, a seed that has not 32 bytes, a soft junction outside sr25519.
   */
  public static KeyResult derive(Scheme scheme, String suri) {
    int passwordAt = suri.indexOf("///");
    String rest = passwordAt < 0 ? suri : suri.substring(0, passwordAt);
    String password = passwordAt < 0 ? "" : suri.substring(passwordAt + 3);
    int pathAt = rest.indexOf('/');
    String root = (pathAt < 0 ? rest : rest.substring(0, pathAt)).strip();
    List<Junction> path = suri.length() > LENGTH_MAX ? null
        : junctions(pathAt < 0 ? "" : rest.substring(pathAt));
    if (path == null || !root.matches("[\\w ]*")) {
      return new KeyResult.Refused(
          "not a secret URI: expected 0x and 64 hex digits or nothing, then //hard and /soft"
              + " junctions, then ///password");
    }
    if (root.startsWith("0x")) {
      byte[] seed = seed(root.substring(2));
      return seed == null ? new KeyResult.Refused("a seed is 0x and 64 hex digits")
          : derive(scheme, seed, path);
    }
    if (!root.isEmpty() && !String.join(" ", root.split(" +")).equals(DEV_PHRASE)) {
      return new KeyResult.Refused("phrases are not supported, except the development phrase: give"
          + " the 32-byte seed as 0x and 64 hex digits");
    }
    return derive(scheme, password.isEmpty() ? DEV_SEED : phraseSeed(password), path);
  }

  private static KeyResult derive(Scheme scheme, byte[] seed, List<Junction> path) {
    return switch (scheme) {
      case SR25519 -> sr25519(seed, path);
      case ED25519 -> ed25519(seed, path);
      case ECDSA -> ecdsa(seed, path);
    };
  }

  private static KeyResult sr25519(byte[] seed, List<Junction> path) {
    Sr25519KeyPair pair = Sr25519KeyPair.ofMiniSecret(seed);
    for (Junction step : path) {
      pair = step.hard() ? pair.hard(step.chainCode()) : pair.soft(step.chainCode());
    }
    return new KeyResult.Derived(pair);
  }

  private static KeyResult ed25519(byte[] seed, List<Junction> path) {
    Ed25519KeyPair pair = new Ed25519KeyPair(seed);
    for (Junction step : path) {
      if (!step.hard()) {
        return noSoftJunction(Scheme.ED25519);
      }
      pair = pair.hard(step.chainCode());
    }
    return new KeyResult.Derived(pair);
  }

  private static KeyResult ecdsa(byte[] seed, List<Junction> path) {
    EcdsaKeyPair pair = EcdsaKeyPair.ofSecret(seed);
    for (Junction step : path) {
      if (!step.hard()) {
        return noSoftJunction(Scheme.ECDSA);
      }
      pair = pair == null ? null : pair.hard(step.chainCode());
    }
    return pair == null ? new KeyResult.Refused("the seed is no secret of secp256k1")
        : new KeyResult.Derived(pair);
  }

  private static KeyResult noSoftJunction(Scheme scheme) {
    return new KeyResult.Refused(scheme + " has no soft derivation: use // instead of /");
  }

  private static @Nullable List<Junction> junctions(String path) {
    List<Junction> junctions = new ArrayList<>();
    for (int at = 0; at < path.length();) {
      boolean hard = path.startsWith("//", at);
      int from = at + (hard ? 2 : 1);
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      if (from == end) {
        return null;
      }
      junctions.add(Junction.of(hard, path.substring(from, end)));
      at = end;
    }
    return junctions;
  }

  private static byte @Nullable [] seed(String hex) {
    return hex.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(hex) : null;
  }

  /**
   * The mini secret of the development phrase with a password: over the entropy, not over the words
   * ({@code substrate_bip39::mini_secret_from_entropy}).
   */
  static byte[] phraseSeed(String password) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA512Digest());
    generator.init(DEV_ENTROPY, ("mnemonic" + password).getBytes(UTF_8), 2_048);
    return ((KeyParameter) generator.generateDerivedMacParameters(256)).getKey();
  }
}

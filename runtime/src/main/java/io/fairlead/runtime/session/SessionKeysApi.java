package io.fairlead.runtime.session;

import io.fairlead.substrate.keys.KeyResult;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Suri;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runtime API {@code SessionKeys}: which keys the encoded keys of a validator are. */
public final class SessionKeysApi {
  private static final Bytes BABE = Bytes.utf8("babe");
  private static final Bytes GRANDPA = Bytes.utf8("gran");
  private static final Bytes IM_ONLINE = Bytes.utf8("imon");

  private SessionKeysApi() {}

  /**
   * A public key and what it is for.
   *
   * @param type four letters
   */
  public record TypedKey(Bytes key, Bytes type) {
    /** {@code (Vec<u8>, KeyTypeId)}. */
    static final Codec<TypedKey> CODEC =
        Codecs.pair(Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)),
            Bytes.codec(Codecs.rawBytes(4)).shaped(new Shape.Composite(
                "sp_core::crypto::KeyTypeId", List.of(),
                List.of(new Shape.Field(null, Codecs.rawBytes(4).shape(), "[u8; 4]")))),
            TypedKey::new, TypedKey::key, TypedKey::type);
  }

  /** {@code Option<Vec<(Vec<u8>, KeyTypeId)>>}. */
  public static final Codec<@Nullable List<TypedKey>> DECODED =
      Codecs.option(Codecs.list(TypedKey.CODEC));

  /** The three keys; null for other bytes ({@code decode_session_keys}). */
  public static @Nullable List<TypedKey> decode(Bytes encoded) {
    return switch (SessionKeys.CODEC.decode(encoded.array())) {
      case Decoded.Value<SessionKeys>(SessionKeys keys) ->
          List.of(new TypedKey(keys.babe(), BABE), new TypedKey(keys.grandpa(), GRANDPA),
              new TypedKey(keys.imOnline(), IM_ONLINE));
      case Decoded.Malformed<SessionKeys> bad -> null;
    };
  }

  /**
   * The keys of a secret URI, encoded ({@code generate_session_keys}); null without one: what is
   * random comes from outside a runtime.
   */
  public static @Nullable Bytes generate(@Nullable Bytes suri) {
    if (suri == null) {
      return null;
    }
    String text = new String(suri.array(), StandardCharsets.UTF_8);
    Bytes sr25519 = key(Scheme.SR25519, text);
    Bytes ed25519 = key(Scheme.ED25519, text);
    return sr25519 == null || ed25519 == null ? null
        : Bytes.wrap(SessionKeys.CODEC.encode(new SessionKeys(sr25519, ed25519, sr25519)));
  }

  private static @Nullable Bytes key(Scheme scheme, String suri) {
    return Suri.derive(scheme, suri) instanceof KeyResult.Derived(var pair)
        ? Bytes.wrap(pair.publicKey()) : null;
  }
}

package io.fairlead.runtime.session;

import io.fairlead.runtime.session.SessionKeys.TypedKey;
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
  /** {@code (Vec<u8>, KeyTypeId)}. */
  private static final Codec<TypedKey> TYPED_KEY =
      Codecs.pair(Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)),
          Bytes.codec(Codecs.rawBytes(4))
              .shaped(new Shape.Composite("sp_core::crypto::KeyTypeId", List.of(),
                  List.of(new Shape.Field(null, Codecs.rawBytes(4).shape(), "[u8; 4]")))),
          TypedKey::new, TypedKey::key, TypedKey::type);

  private final Codec<SessionKeys> keys;
  private final SessionKeys.Kind kind;

  /** The API of a runtime with such keys. */
  public SessionKeysApi(Codec<SessionKeys> keys, SessionKeys.Kind kind) {
    this.keys = keys;
    this.kind = kind;
  }

  /** {@code Option<Vec<(Vec<u8>, KeyTypeId)>>}. */
  public static final Codec<@Nullable List<TypedKey>> DECODED =
      Codecs.option(Codecs.list(TYPED_KEY));

  /** The keys with what they are for; null for other bytes ({@code decode_session_keys}). */
  public @Nullable List<TypedKey> decode(Bytes encoded) {
    return keys.decode(encoded.array()) instanceof Decoded.Value<SessionKeys>(SessionKeys of)
        ? of.typed() : null;
  }

  /**
   * The keys of a secret URI, encoded ({@code generate_session_keys}); null without one: what is
   * random comes from outside a runtime.
   */
  public @Nullable Bytes generate(@Nullable Bytes suri) {
    if (suri == null) {
      return null;
    }
    String text = new String(suri.array(), StandardCharsets.UTF_8);
    Bytes sr25519 = key(Scheme.SR25519, text);
    Bytes ed25519 = key(Scheme.ED25519, text);
    Bytes role = switch (kind) {
      case THREE -> null;
      case WITH_ROLE -> key(Scheme.ECDSA, text);
    };
    return sr25519 == null || ed25519 == null ? null
        : Bytes.wrap(keys.encode(new SessionKeys(sr25519, ed25519, sr25519, role)));
  }

  private static @Nullable Bytes key(Scheme scheme, String suri) {
    return Suri.derive(scheme, suri) instanceof KeyResult.Derived(var pair)
        ? Bytes.wrap(pair.publicKey()) : null;
  }
}

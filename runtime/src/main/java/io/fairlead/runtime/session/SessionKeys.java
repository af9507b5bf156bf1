package io.fairlead.runtime.session;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a validator ({@code opaque::SessionKeys}).
 *
 * @param babe sr25519, 32 bytes
 * @param grandpa ed25519, 32 bytes
 * @param imOnline sr25519, 32 bytes
 * @param role ECDSA, 33 bytes, on mainnet; null on the testnet
 */
public record SessionKeys(Bytes babe, Bytes grandpa, Bytes imOnline, @Nullable Bytes role) {
  private static final Bytes BABE = Bytes.utf8("babe");
  private static final Bytes GRANDPA = Bytes.utf8("gran");
  private static final Bytes IM_ONLINE = Bytes.utf8("imon");
  private static final Bytes ROLE = Bytes.utf8("role");
  private static final int ROLE_BYTES = 33;

  /** Which keys a validator has. */
  public enum Kind {
    /** The testnet's: BABE, GRANDPA, ImOnline. */
    THREE,
    /** Mainnet's: these and a role key. */
    WITH_ROLE
  }

  /** A public key and what it is for. */
  public record TypedKey(Bytes key, Bytes type) {}

  /** The keys with four letters each that say what they are for, in wire order. */
  public List<TypedKey> typed() {
    var keys = new ArrayList<TypedKey>(List.of(new TypedKey(babe, BABE),
        new TypedKey(grandpa, GRANDPA), new TypedKey(imOnline, IM_ONLINE)));
    if (role != null) {
      keys.add(new TypedKey(role, ROLE));
    }
    return keys;
  }

  /** The codec for a runtime whose own types are in {@code crate}. */
  public static Codec<SessionKeys> codec(String crate, Kind kind) {
    String path = crate + "::opaque::SessionKeys";
    Fields.Field<SessionKeys, Bytes> babe = Fields.field("babe", SessionKeys::babe,
        key("sp_consensus_babe::app::Public", "sr25519::Public", 32), typeName("Babe"));
    Fields.Field<SessionKeys, Bytes> grandpa = Fields.field("grandpa", SessionKeys::grandpa,
        key("sp_consensus_grandpa::app::Public", "ed25519::Public", 32), typeName("Grandpa"));
    Fields.Field<SessionKeys, Bytes> imOnline = Fields.field("im_online", SessionKeys::imOnline,
        key("pallet_im_online::sr25519::app_sr25519::Public", "sr25519::Public", 32),
        typeName("ImOnline"));
    Fields.Field<SessionKeys, Bytes> role =
        Fields.field("role", keys -> Objects.requireNonNull(keys.role()),
            key("tangle_crypto_primitives::crypto::Public", "ecdsa::Public", ROLE_BYTES),
            typeName("Services"));
    return Codecs.struct(path, switch (kind) {
      case THREE -> Fields.of((b, g, i) -> new SessionKeys(b, g, i, null), babe, grandpa,
          imOnline);
      case WITH_ROLE -> Fields.of(SessionKeys::new, babe, grandpa, imOnline, role);
    });
  }

  private static Codec<Bytes> key(String path, String typeName, int length) {
    return Bytes.codec(Codecs.rawBytes(length)).shaped(new Shape.Composite(path, List.of(),
        List.of(new Shape.Field(null, Codecs.rawBytes(length).shape(), typeName))));
  }

  private static String typeName(String pallet) {
    return "<" + pallet + " as $crate::BoundToRuntimeAppPublic>::Public";
  }
}

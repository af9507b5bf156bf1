package io.fairlead.runtime.session;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The keys of a validator of the testnet: 32 bytes each. */
public record SessionKeys(Bytes babe, Bytes grandpa, Bytes imOnline) {

  static final Codec<SessionKeys> CODEC =
      Codecs.struct("tangle_testnet_runtime::opaque::SessionKeys",
          Fields.of(SessionKeys::new,
              Fields.field("babe", SessionKeys::babe,
                  key("sp_consensus_babe::app::Public", "sr25519::Public"), typeName("Babe")),
              Fields.field("grandpa", SessionKeys::grandpa,
                  key("sp_consensus_grandpa::app::Public", "ed25519::Public"),
                  typeName("Grandpa")),
              Fields.field("im_online", SessionKeys::imOnline,
                  key("pallet_im_online::sr25519::app_sr25519::Public", "sr25519::Public"),
                  typeName("ImOnline"))));

  private static Codec<Bytes> key(String path, String typeName) {
    return Bytes.codec(Codecs.rawBytes(32)).shaped(new Shape.Composite(path, List.of(),
        List.of(new Shape.Field(null, Codecs.rawBytes(32).shape(), typeName))));
  }

  private static String typeName(String pallet) {
    return "<" + pallet + " as $crate::BoundToRuntimeAppPublic>::Public";
  }
}

package io.fairlead.restaking.lst;

import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.LstLimits;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What metadata tells of Lst. */
final class LstDeclaration {
  private static final Codec<byte[]> PALLET_ID =
      Codecs.rawBytes(8).shaped(new Shape.Composite("frame_support::PalletId", List.of(),
          List.of(new Shape.Field(null, Codecs.rawBytes(8).shape(), "[u8; 8]"))));

  private LstDeclaration() {}

  static PalletDeclaration of(LstStorage storage) {
    return new PalletDeclaration(LstCall.PALLET, LstCall.PALLET, storage.items(), LstCall.CODEC,
        LstEvent.CODEC, LstError.shape(),
        List.of(
            Constant.of("PalletId", PALLET_ID,
                LstAccounts.PALLET_ID.getBytes(StandardCharsets.US_ASCII)),
            Constant.of("MaxPointsToBalance", Codecs.U8, LstLimits.POINTS_TO_BALANCE_MAX),
            u32("MaxUnbonding", LstLimits.UNBONDING_ERAS_MAX),
            u32("MaxNameLength", LstLimits.NAME_BYTES_MAX),
            u32("MaxIconLength", LstLimits.ICON_BYTES_MAX)));
  }

  private static Constant u32(String name, long value) {
    return Constant.of(name, Codecs.U32, value);
  }
}

package io.fairlead.substrate.extrinsic;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.List;

/** The calls of the vectors, with Tangle's indices: System 0, Timestamp 2, Balances 6. */
public sealed interface SampleCall {
  sealed interface System extends SampleCall {}

  sealed interface Timestamp extends SampleCall {}

  sealed interface Balances extends SampleCall {}

  record Remark(Bytes remark) implements System {}

  record Set(long now) implements Timestamp {}

  record TransferKeepAlive(MultiAddress dest, Balance value) implements Balances {}

  record InSystem(System call) implements SampleCall {}

  record InTimestamp(Timestamp call) implements SampleCall {}

  record InBalances(Balances call) implements SampleCall {}

  Codec<System> SYSTEM = Codecs.enumOf("frame_system::pallet::Call", List.of(),
      variant(0, "remark", Remark.class,
          Fields.of(Remark::new, Fields.field("remark", Remark::remark,
              Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"))));

  Codec<Timestamp> TIMESTAMP = Codecs.enumOf("pallet_timestamp::pallet::Call", List.of(),
      variant(0, "set", Set.class,
          Fields.of(Set::new, Fields.field("now", Set::now, Codecs.COMPACT_U64, "T::Moment"))));

  Codec<Balances> BALANCES = Codecs.enumOf("pallet_balances::pallet::Call", List.of(),
      variant(3, "transfer_keep_alive", TransferKeepAlive.class,
          Fields.of(TransferKeepAlive::new,
              Fields.field("dest", TransferKeepAlive::dest, MultiAddress.CODEC,
                  "AccountIdLookupOf<T>"),
              Fields.field("value", TransferKeepAlive::value, Balance.COMPACT, "T::Balance"))));

  Codec<SampleCall> CODEC = Codecs.enumOf("RuntimeCall", List.of(),
      variant(1, "System", InSystem.class,
          Fields.of(InSystem::new, Fields.field(null, InSystem::call, SYSTEM, null))),
      variant(2, "Timestamp", InTimestamp.class,
          Fields.of(InTimestamp::new, Fields.field(null, InTimestamp::call, TIMESTAMP, null))),
      variant(6, "Balances", InBalances.class,
          Fields.of(InBalances::new, Fields.field(null, InBalances::call, BALANCES, null))));

  static SampleCall remark(byte[] remark) {
    return new InSystem(new Remark(Bytes.of(remark)));
  }

  static SampleCall set(long now) {
    return new InTimestamp(new Set(now));
  }

  static SampleCall transfer(MultiAddress dest, Balance value) {
    return new InBalances(new TransferKeepAlive(dest, value));
  }
}

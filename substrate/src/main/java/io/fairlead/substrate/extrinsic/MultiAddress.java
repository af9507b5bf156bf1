package io.fairlead.substrate.extrinsic;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** How an extrinsic names an account ({@code sp_runtime::MultiAddress<AccountId32, u32>}). */
public sealed interface MultiAddress {
  /** The account itself. */
  record Id(AccountId account) implements MultiAddress {}

  /** Its number in the Indices pallet, u32. */
  record Index(long index) implements MultiAddress {}

  /** Bytes whose meaning the chain does not say. */
  record Raw(Bytes bytes) implements MultiAddress {}

  /** 32 bytes. */
  record Address32(Bytes bytes) implements MultiAddress {}

  /** 20 bytes: an address of the EVM. */
  record Address20(Bytes bytes) implements MultiAddress {}

  /** One byte and the address. */
  Codec<MultiAddress> CODEC = Codecs.enumOf("sp_runtime::multiaddress::MultiAddress",
      List.of(Shape.param("AccountId", AccountId.CODEC.shape()),
          Shape.param("AccountIndex", Codecs.U32.shape())),
      variant(0, "Id", Id.class,
          Fields.of(Id::new, Fields.field(null, Id::account, AccountId.CODEC, "AccountId"))),
      variant(1, "Index", Index.class,
          Fields.of(Index::new,
              Fields.field(null, Index::index, Codecs.COMPACT_U32, "AccountIndex"))),
      variant(2, "Raw", Raw.class,
          Fields.of(Raw::new,
              Fields.field(null, Raw::bytes, Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)),
                  "Vec<u8>"))),
      variant(3, "Address32", Address32.class,
          Fields.of(Address32::new,
              Fields.field(null, Address32::bytes, Bytes.codec(Codecs.rawBytes(32)),
                  "[u8; 32]"))),
      variant(4, "Address20", Address20.class,
          Fields.of(Address20::new, Fields.field(null, Address20::bytes,
              Bytes.codec(Codecs.rawBytes(20)), "[u8; 20]"))));

  /** The address that names {@code account} by itself. */
  static MultiAddress of(AccountId account) {
    return new Id(account);
  }
}

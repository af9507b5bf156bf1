package io.fairlead.runtime;

import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** {@code OriginCaller} of a runtime: one byte of pallet index, then the origin of that pallet. */
final class OriginCodec implements Codec<Origin> {
  private final int system;
  private final int council;
  private final int ethereum;
  private final Shape.Variants shape;

  OriginCodec(Profile profile) {
    system = profile.index("System");
    council = profile.index("Council");
    ethereum = profile.index("Ethereum");
    Shape who = AccountId.CODEC.shape();
    Shape raw = new Shape.Variants("frame_support::dispatch::RawOrigin",
        List.of(Shape.param("AccountId", who)), List.of(new Shape.Case("Root", 0, List.of()),
            new Shape.Case("Signed", 1, List.of(unnamed(who, "AccountId"))),
            new Shape.Case("None", 2, List.of())));
    Shape count = Codecs.U32.shape();
    Shape members = new Shape.Variants("pallet_collective::RawOrigin",
        List.of(Shape.param("AccountId", who), Shape.skipped("I")),
        List.of(
            new Shape.Case("Members", 0,
                List.of(unnamed(count, "MemberCount"), unnamed(count, "MemberCount"))),
            new Shape.Case("Member", 1, List.of(unnamed(who, "AccountId"))),
            new Shape.Case("_Phantom", 2, List.of())));
    Shape sender = new Shape.Variants("pallet_ethereum::RawOrigin", List.of(),
        List.of(new Shape.Case("EthereumTransaction", 0,
            List.of(unnamed(EvmAddress.CODEC.shape(), "H160")))));
    shape = new Shape.Variants(profile.crate() + "::OriginCaller", List.of(),
        List.of(
            new Shape.Case("system", system,
                List.of(unnamed(raw, "frame_system::Origin<Runtime>"))),
            new Shape.Case("Council", council,
                List.of(unnamed(members,
                    "pallet_collective::Origin<Runtime, pallet_collective::Instance1>"))),
            new Shape.Case("Ethereum", ethereum,
                List.of(unnamed(sender, "pallet_ethereum::Origin")))));
  }

  private static Shape.Field unnamed(Shape shape, String typeName) {
    return new Shape.Field(null, shape, typeName);
  }

  /** Filters do not travel. */
  @Override
  public void write(Origin origin, Output out) {
    switch (origin) {
      case Origin.Root root -> tags(out, system, 0);
      case Origin.Signed(AccountId who) -> {
        tags(out, system, 1);
        AccountId.CODEC.write(who, out);
      }
      case Origin.None none -> tags(out, system, 2);
      case Origin.Council(long ayes, long members) -> {
        tags(out, council, 0);
        out.u32(ayes);
        out.u32(members);
      }
      case Origin.CouncilMember(AccountId who) -> {
        tags(out, council, 1);
        AccountId.CODEC.write(who, out);
      }
      case Origin.Ethereum(EvmAddress from) -> {
        tags(out, ethereum, 0);
        EvmAddress.CODEC.write(from, out);
      }
      case Origin.Filtered(Origin of, var passes) -> write(of, out);
    }
  }

  private static void tags(Output out, int pallet, int variant) {
    out.u8(pallet);
    out.u8(variant);
  }

  @Override
  public Origin read(Input in) {
    int pallet = in.u8();
    int variant = in.u8();
    if (pallet == system && variant <= 2) {
      return switch (variant) {
        case 0 -> Origin.ROOT;
        case 1 -> Origin.signed(AccountId.CODEC.read(in));
        default -> Origin.NONE;
      };
    }
    if (pallet == council && variant == 0) {
      return new Origin.Council(Codecs.U32.read(in), Codecs.U32.read(in));
    }
    if (pallet == council && variant == 1) {
      return new Origin.CouncilMember(AccountId.CODEC.read(in));
    }
    if (pallet == ethereum && variant == 0) {
      return new Origin.Ethereum(EvmAddress.CODEC.read(in));
    }
    throw in.malformed("an origin of " + shape.path(), pallet + ", " + variant);
  }

  @Override
  public int size(Origin origin) {
    return 2 + switch (origin) {
      case Origin.Root root -> 0;
      case Origin.None none -> 0;
      case Origin.Signed(AccountId who) -> AccountId.CODEC.size(who);
      case Origin.Council council -> 8;
      case Origin.CouncilMember(AccountId who) -> AccountId.CODEC.size(who);
      case Origin.Ethereum(EvmAddress from) -> EvmAddress.CODEC.size(from);
      case Origin.Filtered(Origin of, var passes) -> size(of) - 2;
    };
  }

  @Override
  public Shape shape() {
    return shape;
  }
}

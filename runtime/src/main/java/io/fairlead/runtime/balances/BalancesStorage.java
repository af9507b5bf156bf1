package io.fairlead.runtime.balances;

import io.fairlead.runtime.system.AccountData;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The items of Balances. Accounts stand in System; the item Account of this pallet is never used.
 * Named reserves, holds and freezes are declared for what writes them from outside.
 */
public final class BalancesStorage {
  /** All planck there is. */
  public final StorageValue<Balance> totalIssuance;
  /** What of it does not count for governance. */
  public final StorageValue<Balance> inactiveIssuance;
  /** Locks by account, in the order in which they came. */
  final StorageMap<AccountId, List<BalanceLock>> locks;
  /** Freezes by account. */
  final StorageMap<AccountId, List<ReasonAmount>> freezes;

  private final List<Item> items;

  /**
   * The items in {@code store}.
   *
   * @param crate of the runtime's own types
   * @param index of a pallet by its name, for the reasons of holds and freezes
   */
  public BalancesStorage(Store store, String crate, ToIntFunction<String> index) {
    String p = BalancesCall.PALLET;
    Key<AccountId> who = Key.blake2Concat(AccountId.CODEC);
    totalIssuance =
        StorageValue.of(store, p, "TotalIssuance", Balance.CODEC, Balance.ZERO);
    inactiveIssuance =
        StorageValue.of(store, p, "InactiveIssuance", Balance.CODEC, Balance.ZERO);
    StorageMap<AccountId, AccountData> account =
        StorageMap.of(store, p, "Account", who, AccountData.CODEC, AccountData.NONE);
    locks = StorageMap.of(store, p, "Locks", who, BalanceLock.LIST, List.of());
    StorageMap<AccountId, List<NamedReserve>> reserves =
        StorageMap.of(store, p, "Reserves", who, NamedReserve.LIST, List.of());
    StorageMap<AccountId, List<ReasonAmount>> holds =
        StorageMap.of(store, p, "Holds", who, ReasonAmount.list(holdReason(crate, index)),
            List.of());
    freezes = StorageMap.of(store, p, "Freezes", who, ReasonAmount.list(freezeReason(crate, index)),
        List.of());
    items = List.of(totalIssuance, inactiveIssuance, account, locks, reserves, holds, freezes);
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }

  static final Codec<Bytes> ID = Bytes.codec(Codecs.rawBytes(8));

  private record NamedReserve(Bytes id, Balance amount) {
    static final Codec<NamedReserve> CODEC = Codecs.struct("pallet_balances::types::ReserveData",
        Fields.of(NamedReserve::new,
            Fields.field("id", NamedReserve::id, ID, "ReserveIdentifier"),
            Fields.field("amount", NamedReserve::amount, Balance.CODEC, "Balance")),
        Shape.param("ReserveIdentifier", ID.shape()),
        Shape.param("Balance", Balance.CODEC.shape()));
    static final Codec<List<NamedReserve>> LIST =
        Codecs.boundedVec(CODEC, BalancesPallet.RESERVES_MAX);
  }

  /** A reason of a hold or freeze: the pallet that has it, by index, and its first reason. */
  record Reason(int pallet) {
    static Codec<Reason> codec(String path, List<Shape.Case> pallets) {
      return new ReasonCodec(new Shape.Variants(path, List.of(), pallets));
    }
  }

  private record ReasonCodec(Shape.Variants shape) implements Codec<Reason> {
    @Override
    public void write(Reason reason, Output out) {
      out.u8(reason.pallet);
      out.u8(0);
    }

    @Override
    public Reason read(Input in) {
      int pallet = in.u8();
      if (in.u8() != 0 || shape.cases().stream().noneMatch(c -> c.index() == pallet)) {
        throw in.malformed("variant of " + shape.path(), "pallet " + pallet);
      }
      return new Reason(pallet);
    }

    @Override
    public int size(Reason reason) {
      return 2;
    }
  }

  private static Shape.Case reasonOf(String pallet, int index, String crate, String path,
      String variant) {
    Shape inner = new Shape.Variants(crate + "::pallet::" + path, List.of(),
        List.of(new Shape.Case(variant, 0, List.of())));
    return new Shape.Case(pallet, index,
        List.of(new Shape.Field(null, inner, crate + "::" + path)));
  }

  private static Codec<Reason> holdReason(String crate, ToIntFunction<String> index) {
    return Reason.codec(crate + "::RuntimeHoldReason", List.of(reasonOf("Preimage",
        index.applyAsInt("Preimage"), "pallet_preimage", "HoldReason", "Preimage")));
  }

  private static Codec<Reason> freezeReason(String crate, ToIntFunction<String> index) {
    var cases = new ArrayList<Shape.Case>();
    cases.add(reasonOf("NominationPools", index.applyAsInt("NominationPools"),
        "pallet_nomination_pools", "FreezeReason", "PoolMinBalance"));
    cases.add(reasonOf("Lst", index.applyAsInt("Lst"), "pallet_tangle_lst", "FreezeReason",
        "PoolMinBalance"));
    cases.sort(Comparator.comparingInt(Shape.Case::index));
    return Reason.codec(crate + "::RuntimeFreezeReason", cases);
  }

  record ReasonAmount(Reason id, Balance amount) {
    static Codec<List<ReasonAmount>> list(Codec<Reason> reasons) {
      Function<ReasonAmount, Reason> id = ReasonAmount::id;
      Codec<ReasonAmount> each = Codecs.struct("frame_support::traits::tokens::misc::IdAmount",
          Fields.of(ReasonAmount::new, Fields.field("id", id, reasons, "Id"),
              Fields.field("amount", ReasonAmount::amount, Balance.CODEC, "Balance")),
          Shape.param("Id", reasons.shape()), Shape.param("Balance", Balance.CODEC.shape()));
      return Codecs.boundedVec(each, BalancesPallet.FREEZES_MAX);
    }
  }
}

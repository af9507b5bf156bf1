package io.fairlead.runtime.bags;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration.Constant;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import java.util.function.ToLongFunction;

/** The pallet BagsList ({@code pallet_bags_list}): its calls over the {@link BagsList}. */
public final class BagsPallet implements Pallet<BagsCall> {
  // the larger of each part of rebag_non_terminal and rebag_terminal
  private static final DispatchInfo REBAG =
      DispatchInfo.normal(Weight.of(62_341_000, 11_506).readsWrites(7, 5));
  private static final DispatchInfo IN_FRONT =
      DispatchInfo.normal(Weight.of(71_211_000, 11_506).readsWrites(10, 6));

  private final BagsStorage storage;
  private final BagsList list;
  private final ToLongFunction<AccountId> votes;
  private final AccountLookup lookup;

  /**
   * The pallet over its items.
   *
   * @param votes the votes of an account now, unsigned
   */
  public BagsPallet(BagsStorage storage, BagsList list, ToLongFunction<AccountId> votes,
      AccountLookup lookup) {
    this.storage = storage;
    this.list = list;
    this.votes = votes;
    this.lookup = lookup;
  }

  @Override
  public String name() {
    return BagsCall.PALLET;
  }

  @Override
  public DispatchInfo info(BagsCall call) {
    return switch (call) {
      case BagsCall.Rebag c -> REBAG;
      case BagsCall.PutInFrontOf c -> IN_FRONT;
      case BagsCall.PutInFrontOfOther c -> IN_FRONT;
    };
  }

  /** Refuses with BadOrigin, CannotLookup, NodeNotFound, NotInSameBag, NotHeavier. */
  @Override
  public PostDispatch dispatch(Origin origin, BagsCall call) {
    AccountId signer = origin.ensureSigned();
    switch (call) {
      case BagsCall.Rebag(MultiAddress dislocated) -> {
        AccountId who = lookup.lookup(dislocated);
        list.rebag(who, votes.applyAsLong(who));
      }
      case BagsCall.PutInFrontOf(MultiAddress lighter) ->
          list.putInFrontOf(lookup.lookup(lighter), signer, votes);
      case BagsCall.PutInFrontOfOther(MultiAddress heavier, MultiAddress lighter) -> {
        AccountId light = lookup.lookup(lighter);
        list.putInFrontOf(light, lookup.lookup(heavier), votes);
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return new PalletDeclaration(BagsCall.PALLET, BagsCall.PALLET, storage.items(),
        BagsCall.CODEC, BagsEvent.CODEC, BagsError.shape(), List.of(Constant.of("BagThresholds",
            Codecs.list(Codecs.U64), BagThresholds.ALL)));
  }
}

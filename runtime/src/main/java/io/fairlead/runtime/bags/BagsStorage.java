package io.fairlead.runtime.bags;

import io.fairlead.substrate.pallet.CountedMap;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;
import java.util.List;

/** The items of BagsList. */
public final class BagsStorage {
  /** Voters by account. */
  final CountedMap<AccountId, BagNode> nodes;
  /** Bags by their upper bound. */
  final StorageMap<Long, Bag> bags;

  /** Declares the items in {@code store}. */
  public BagsStorage(Store store) {
    nodes = CountedMap.optional(store, BagsCall.PALLET, "ListNodes",
        Key.twox64Concat(AccountId.CODEC), BagNode.CODEC);
    bags = StorageMap.optional(store, BagsCall.PALLET, "ListBags",
        Key.twox64Concat(Codecs.U64), Bag.CODEC);
  }

  /** All items in metadata order. */
  List<Item> items() {
    var items = new ArrayList<>(nodes.items());
    items.add(bags);
    return List.copyOf(items);
  }
}

package io.fairlead.runtime.payment;

import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** The items of TransactionPayment. */
public final class PaymentStorage {
  /** Name of the pallet and prefix of its storage. */
  public static final String PALLET = "TransactionPayment";

  /** Factor of the weight part of the fees of the next block. */
  public final StorageValue<Multiplier> nextFeeMultiplier;
  /** Form of the storage. */
  public final StorageValue<Release> storageVersion;

  /** Forms of the storage ({@code pallet_transaction_payment::Releases}). */
  public enum Release {
    V1_ANCIENT("V1Ancient"), V2("V2");

    static final Codec<Release> CODEC = Codecs.plainEnum("pallet_transaction_payment::Releases",
        values(), Release::ordinal, r -> r.chainName);

    private final String chainName;

    Release(String chainName) {
      this.chainName = chainName;
    }
  }

  /** The items in {@code store}. */
  public PaymentStorage(Store store) {
    nextFeeMultiplier = StorageValue.of(store, PALLET, "NextFeeMultiplier", Multiplier.CODEC,
        Multiplier.ONE);
    storageVersion = StorageValue.of(store, PALLET, "StorageVersion", Release.CODEC,
        Release.V1_ANCIENT);
  }
}

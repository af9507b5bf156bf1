package io.fairlead.runtime.session;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The items of Session. */
public final class SessionStorage {
  /** Name of the pallet and prefix of its storage. */
  public static final String PALLET = "Session";

  /** Validators of this session. */
  public final StorageValue<List<AccountId>> validators;
  /** Number of this session, u32. */
  public final StorageValue<Long> currentIndex;
  /** Whether the validators of the next session or their keys are others. */
  public final StorageValue<Boolean> queuedChanged;
  /** Validators of the next session with their keys. */
  public final StorageValue<List<Queued>> queuedKeys;
  /** Positions of validators that do not count in this session. */
  public final StorageValue<List<Long>> disabledValidators;
  /** The keys that a validator will have. */
  public final StorageMap<AccountId, SessionKeys> nextKeys;

  /** Whose key a key is. */
  public final StorageMap<KeyOfType, AccountId> keyOwner;

  private final Codec<SessionKeys> keys;
  private final List<Item> items;

  /** A validator and its keys. */
  public record Queued(AccountId validator, SessionKeys keys) {
    static Codec<Queued> codec(Codec<SessionKeys> keys) {
      return Codecs.pair(AccountId.CODEC, keys, Queued::new, Queued::validator, Queued::keys);
    }
  }

  /** A public key, with four letters that say what it is for. */
  public record KeyOfType(Bytes type, Bytes key) {
    static final Codec<KeyOfType> CODEC = Codecs.pair(
        Bytes.codec(Codecs.rawBytes(4))
            .shaped(new Shape.Composite("sp_core::crypto::KeyTypeId", List.of(),
                List.of(new Shape.Field(null, Codecs.rawBytes(4).shape(), "[u8; 4]")))),
        Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), KeyOfType::new, KeyOfType::type,
        KeyOfType::key);
  }

  /** The items in {@code store}; {@code keys} is the codec of keys of the runtime. */
  public SessionStorage(Store store, Codec<SessionKeys> keys) {
    this.keys = keys;
    validators = StorageValue.of(store, PALLET, "Validators", Codecs.list(AccountId.CODEC),
        List.of());
    currentIndex = StorageValue.of(store, PALLET, "CurrentIndex", Codecs.U32, 0L);
    queuedChanged = StorageValue.of(store, PALLET, "QueuedChanged", Codecs.BOOL, false);
    queuedKeys =
        StorageValue.of(store, PALLET, "QueuedKeys", Codecs.list(Queued.codec(keys)), List.of());
    disabledValidators =
        StorageValue.of(store, PALLET, "DisabledValidators", Codecs.list(Codecs.U32), List.of());
    nextKeys = StorageMap.optional(store, PALLET, "NextKeys", Key.twox64Concat(AccountId.CODEC),
        keys);
    keyOwner = StorageMap.optional(store, PALLET, "KeyOwner",
        Key.twox64Concat(KeyOfType.CODEC), AccountId.CODEC);
    items = List.of(validators, currentIndex, queuedChanged, queuedKeys, disabledValidators,
        nextKeys, keyOwner);
  }

  /** The keys of a validator as bytes. */
  Codec<SessionKeys> keys() {
    return keys;
  }

  /** All items in metadata order. */
  List<Item> items() {
    return items;
  }
}

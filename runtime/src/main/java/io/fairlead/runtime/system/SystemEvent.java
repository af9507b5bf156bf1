package io.fairlead.runtime.system;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The events of System. */
public sealed interface SystemEvent extends Event {
  /** An extrinsic was included and its call ran. */
  record ExtrinsicSuccess(DispatchInfo dispatchInfo) implements SystemEvent {}

  /** An extrinsic was included and its call was refused. */
  record ExtrinsicFailed(DispatchError dispatchError, DispatchInfo dispatchInfo)
      implements SystemEvent {}

  /** The code of the runtime changed. */
  record CodeUpdated() implements SystemEvent {}

  /** An account came into being. */
  record NewAccount(AccountId account) implements SystemEvent {}

  /** An account ended. */
  record KilledAccount(AccountId account) implements SystemEvent {}

  /** A remark was put into the block; BLAKE2b-256 of its bytes. */
  record Remarked(AccountId sender, Hash hash) implements SystemEvent {}

  /** Code with this hash may be put in place. */
  record UpgradeAuthorized(Hash codeHash, boolean checkVersion) implements SystemEvent {}

  /** {@code frame_support::dispatch::DispatchInfo}. */
  Codec<DispatchInfo> DISPATCH_INFO = dispatchInfo();

  private static Codec<DispatchInfo> dispatchInfo() {
    Shape pays = new Shape.Variants("frame_support::dispatch::Pays", List.of(),
        List.of(new Shape.Case("Yes", 0, List.of()), new Shape.Case("No", 1, List.of())));
    Codec<Boolean> paysFee = Codecs.BOOL.as(no -> !no, (Boolean yes) -> !yes).shaped(pays);
    return Codecs.struct("frame_support::dispatch::DispatchInfo",
        Fields.of(DispatchInfo::new, field("weight", DispatchInfo::weight, Weight.CODEC, "Weight"),
            field("class", DispatchInfo::dispatchClass, DispatchClass.CODEC, "DispatchClass"),
            field("pays_fee", DispatchInfo::pays, paysFee, "Pays")));
  }

  /** The codec; errors are encoded by {@code errors}, which knows the indices of the pallets. */
  static EnumCodec<SystemEvent> codec(Codec<DispatchError> errors) {
    String account = "T::AccountId";
    String hash = "T::Hash";
    return Codecs.enumOf("frame_system::pallet::Event", List.of(Shape.skipped("T")),
        variant(0, "ExtrinsicSuccess", ExtrinsicSuccess.class,
            Fields.of(ExtrinsicSuccess::new,
                field("dispatch_info", ExtrinsicSuccess::dispatchInfo, DISPATCH_INFO,
                    "DispatchInfo"))),
        variant(1, "ExtrinsicFailed", ExtrinsicFailed.class,
            Fields.of(ExtrinsicFailed::new,
                field("dispatch_error", ExtrinsicFailed::dispatchError, errors, "DispatchError"),
                field("dispatch_info", ExtrinsicFailed::dispatchInfo, DISPATCH_INFO,
                    "DispatchInfo"))),
        variant(2, "CodeUpdated", CodeUpdated.class, new CodeUpdated()),
        variant(3, "NewAccount", NewAccount.class,
            Fields.of(NewAccount::new,
                field("account", NewAccount::account, AccountId.CODEC, account))),
        variant(4, "KilledAccount", KilledAccount.class,
            Fields.of(KilledAccount::new,
                field("account", KilledAccount::account, AccountId.CODEC, account))),
        variant(5, "Remarked", Remarked.class,
            Fields.of(Remarked::new, field("sender", Remarked::sender, AccountId.CODEC, account),
                field("hash", Remarked::hash, Hash.CODEC, hash))),
        variant(6, "UpgradeAuthorized", UpgradeAuthorized.class,
            Fields.of(UpgradeAuthorized::new,
                field("code_hash", UpgradeAuthorized::codeHash, Hash.CODEC, hash),
                field("check_version", UpgradeAuthorized::checkVersion, Codecs.BOOL, "bool"))));
  }

  @Override
  default String pallet() {
    return SystemCall.PALLET;
  }
}

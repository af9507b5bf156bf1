package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The events of Staking. Eras, sessions and sizes are u32, amounts planck. */
public sealed interface StakingEvent extends Event {
  /** The rewards of an era were set; never emitted here. */
  record EraPaid(long eraIndex, Balance validatorPayout, Balance remainder)
      implements StakingEvent {}

  /** A stash was rewarded; never emitted here. */
  record Rewarded(AccountId stash, RewardDestination dest, Balance amount)
      implements StakingEvent {}

  /** A staker was slashed; never emitted here. */
  record Slashed(AccountId staker, Balance amount) implements StakingEvent {}

  /** A slash was reported; never emitted here. */
  record SlashReported(AccountId validator, Perbill fraction, long slashEra)
      implements StakingEvent {}

  /** A report came too late; never emitted here. */
  record OldSlashingReportDiscarded(long sessionIndex) implements StakingEvent {}

  /** There are new validators; never emitted here. */
  record StakersElected() implements StakingEvent {}

  /** More is bonded. */
  record Bonded(AccountId stash, Balance amount) implements StakingEvent {}

  /** Some leaves the bond. */
  record Unbonded(AccountId stash, Balance amount) implements StakingEvent {}

  /** What left the bond is free. */
  record Withdrawn(AccountId stash, Balance amount) implements StakingEvent {}

  /** A validator does not want a nominator; never emitted here. */
  record Kicked(AccountId nominator, AccountId stash) implements StakingEvent {}

  /** The election failed; never emitted here. */
  record StakingElectionFailed() implements StakingEvent {}

  /** A stash neither nominates nor validates any more. */
  record Chilled(AccountId stash) implements StakingEvent {}

  /** The rewards of an era are being paid; never emitted here. */
  record PayoutStarted(long eraIndex, AccountId validatorStash) implements StakingEvent {}

  /** A validator says something else of itself; never emitted here. */
  record ValidatorPrefsSet(AccountId stash, ValidatorPrefs prefs) implements StakingEvent {}

  /** Too many voters; never emitted here. */
  record SnapshotVotersSizeExceeded(long size) implements StakingEvent {}

  /** Too many targets; never emitted here. */
  record SnapshotTargetsSizeExceeded(long size) implements StakingEvent {}

  /** Eras are forced or not; never emitted here. */
  record ForceEra(Forcing mode) implements StakingEvent {}

  /** Controllers became their stashes; never emitted here. */
  record ControllerBatchDeprecated(long failures) implements StakingEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<StakingEvent> CODEC = codec();

  private static <E> Fields<E> stashAmount(BiFunction<AccountId, Balance, E> make,
      Function<E, AccountId> stash, Function<E, Balance> amount) {
    return Fields.of(make::apply, field("stash", stash, AccountId.CODEC, "T::AccountId"),
        field("amount", amount, Balance.CODEC, "BalanceOf<T>"));
  }

  private static <E> Fields<E> number(Function<Long, E> make, String name, Function<E, Long> get,
      String typeName) {
    return Fields.of(make, field(name, get, Codecs.U32, typeName));
  }

  private static EnumCodec<StakingEvent> codec() {
    String account = "T::AccountId";
    String amount = "BalanceOf<T>";
    return Codecs.enumOf("pallet_staking::pallet::pallet::Event", List.of(Shape.skipped("T")),
        variant(0, "EraPaid", EraPaid.class,
            Fields.of(EraPaid::new, field("era_index", EraPaid::eraIndex, Codecs.U32, "EraIndex"),
                field("validator_payout", EraPaid::validatorPayout, Balance.CODEC, amount),
                field("remainder", EraPaid::remainder, Balance.CODEC, amount))),
        variant(1, "Rewarded", Rewarded.class,
            Fields.of(Rewarded::new, field("stash", Rewarded::stash, AccountId.CODEC, account),
                field("dest", Rewarded::dest, RewardDestination.CODEC,
                    "RewardDestination<T::AccountId>"),
                field("amount", Rewarded::amount, Balance.CODEC, amount))),
        variant(2, "Slashed", Slashed.class,
            Fields.of(Slashed::new, field("staker", Slashed::staker, AccountId.CODEC, account),
                field("amount", Slashed::amount, Balance.CODEC, amount))),
        variant(3, "SlashReported", SlashReported.class,
            Fields.of(SlashReported::new,
                field("validator", SlashReported::validator, AccountId.CODEC, account),
                field("fraction", SlashReported::fraction, Perbill.CODEC, "Perbill"),
                field("slash_era", SlashReported::slashEra, Codecs.U32, "EraIndex"))),
        variant(4, "OldSlashingReportDiscarded", OldSlashingReportDiscarded.class,
            number(OldSlashingReportDiscarded::new, "session_index",
                OldSlashingReportDiscarded::sessionIndex, "SessionIndex")),
        variant(5, "StakersElected", StakersElected.class, new StakersElected()),
        variant(6, "Bonded", Bonded.class,
            stashAmount(Bonded::new, Bonded::stash, Bonded::amount)),
        variant(7, "Unbonded", Unbonded.class,
            stashAmount(Unbonded::new, Unbonded::stash, Unbonded::amount)),
        variant(8, "Withdrawn", Withdrawn.class,
            stashAmount(Withdrawn::new, Withdrawn::stash, Withdrawn::amount)),
        variant(9, "Kicked", Kicked.class,
            Fields.of(Kicked::new, field("nominator", Kicked::nominator, AccountId.CODEC, account),
                field("stash", Kicked::stash, AccountId.CODEC, account))),
        variant(10, "StakingElectionFailed", StakingElectionFailed.class,
            new StakingElectionFailed()),
        variant(11, "Chilled", Chilled.class,
            Fields.of(Chilled::new, field("stash", Chilled::stash, AccountId.CODEC, account))),
        variant(12, "PayoutStarted", PayoutStarted.class,
            Fields.of(PayoutStarted::new,
                field("era_index", PayoutStarted::eraIndex, Codecs.U32, "EraIndex"),
                field("validator_stash", PayoutStarted::validatorStash, AccountId.CODEC,
                    account))),
        variant(13, "ValidatorPrefsSet", ValidatorPrefsSet.class,
            Fields.of(ValidatorPrefsSet::new,
                field("stash", ValidatorPrefsSet::stash, AccountId.CODEC, account),
                field("prefs", ValidatorPrefsSet::prefs, ValidatorPrefs.CODEC,
                    "ValidatorPrefs"))),
        variant(14, "SnapshotVotersSizeExceeded", SnapshotVotersSizeExceeded.class,
            number(SnapshotVotersSizeExceeded::new, "size", SnapshotVotersSizeExceeded::size,
                "u32")),
        variant(15, "SnapshotTargetsSizeExceeded", SnapshotTargetsSizeExceeded.class,
            number(SnapshotTargetsSizeExceeded::new, "size", SnapshotTargetsSizeExceeded::size,
                "u32")),
        variant(16, "ForceEra", ForceEra.class,
            Fields.of(ForceEra::new, field("mode", ForceEra::mode, Forcing.CODEC, "Forcing"))),
        variant(17, "ControllerBatchDeprecated", ControllerBatchDeprecated.class,
            number(ControllerBatchDeprecated::new, "failures",
                ControllerBatchDeprecated::failures, "u32")));
  }

  @Override
  default String pallet() {
    return StakingCall.PALLET;
  }
}

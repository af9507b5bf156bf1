package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageTripleMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The items of Staking that elections, era payouts and slashes of validators write. Nothing here reads
 * them; they are declared so that a state from outside keeps its types.
 */
final class StakingHistory {
  private static final Shape.Param ACCOUNT = Shape.param("AccountId", AccountId.CODEC.shape());
  private static final Shape.Param BALANCE = Shape.param("Balance", Balance.CODEC.shape());

  private StakingHistory() {}

  /** Declares them in {@code store}; in metadata order, behind ActiveEra. */
  static List<Item> items(Store store) {
    String p = StakingCall.PALLET;
    Key<Long> era = Key.twox64Concat(Codecs.U32);
    Key<AccountId> who = Key.twox64Concat(AccountId.CODEC);
    Codec<List<Long>> numbers = Codecs.list(Codecs.U32);
    var noExposure = new Exposure(Balance.ZERO, Balance.ZERO, List.of());
    return List.of(
        StorageMap.optional(store, p, "ErasStartSessionIndex", era, Codecs.U32),
        StorageDoubleMap.of(store, p, "ErasStakers", era, who, Exposure.CODEC, noExposure),
        StorageDoubleMap.optional(store, p, "ErasStakersOverview", era, who, Overview.CODEC),
        StorageDoubleMap.of(store, p, "ErasStakersClipped", era, who, Exposure.CODEC, noExposure),
        StorageTripleMap.optional(store, p, "ErasStakersPaged", era, who, era, Page.CODEC),
        StorageDoubleMap.of(store, p, "ClaimedRewards", era, who, numbers, List.of()),
        StorageDoubleMap.of(store, p, "ErasValidatorPrefs", era, who, ValidatorPrefs.CODEC,
            ValidatorPrefs.NONE),
        StorageMap.optional(store, p, "ErasValidatorReward", era, Balance.CODEC),
        StorageMap.of(store, p, "ErasRewardPoints", era, Points.CODEC, Points.NONE),
        StorageMap.of(store, p, "ErasTotalStake", era, Balance.CODEC, Balance.ZERO),
        StorageValue.of(store, p, "ForceEra", Forcing.CODEC, Forcing.NOT_FORCING),
        StorageValue.optional(store, p, "MaxStakedRewards", Percent.CODEC),
        StorageValue.of(store, p, "SlashRewardFraction", Perbill.CODEC, new Perbill(0)),
        StorageValue.of(store, p, "CanceledSlashPayout", Balance.CODEC, Balance.ZERO),
        StorageMap.of(store, p, "UnappliedSlashes", era, Codecs.list(Slash.CODEC), List.of()),
        StorageValue.of(store, p, "BondedEras", Codecs.list(EraSession.CODEC), List.of()),
        StorageDoubleMap.optional(store, p, "ValidatorSlashInEra", era, who,
            SlashedPart.CODEC),
        StorageDoubleMap.optional(store, p, "NominatorSlashInEra", era, who, Balance.CODEC),
        StorageMap.optional(store, p, "SlashingSpans", who, Spans.CODEC),
        StorageMap.of(store, p, "SpanSlash", Key.twox64Concat(SpanKey.CODEC), SpanRecord.CODEC,
            new SpanRecord(Balance.ZERO, Balance.ZERO)),
        StorageValue.of(store, p, "CurrentPlannedSession", Codecs.U32, 0L),
        StorageValue.of(store, p, "DisabledValidators", numbers, List.of()),
        StorageValue.optional(store, p, "ChillThreshold", Percent.CODEC));
  }

  private record Share(AccountId who, Balance value) {
    static final Codec<List<Share>> LIST =
        Codecs.list(Codecs.struct("sp_staking::IndividualExposure",
            Fields.of(Share::new, field("who", Share::who, AccountId.CODEC, "AccountId"),
                field("value", Share::value, Balance.COMPACT, "Balance")),
            ACCOUNT, BALANCE));
    static final String TYPE_NAME = "Vec<IndividualExposure<AccountId, Balance>>";
  }

  private record Exposure(Balance total, Balance own, List<Share> others) {
    static final Codec<Exposure> CODEC = Codecs.struct("sp_staking::Exposure",
        Fields.of(Exposure::new, field("total", Exposure::total, Balance.COMPACT, "Balance"),
            field("own", Exposure::own, Balance.COMPACT, "Balance"),
            field("others", Exposure::others, Share.LIST, Share.TYPE_NAME)),
        ACCOUNT, BALANCE);
  }

  private record Overview(Balance total, Balance own, long nominators, long pages) {
    static final Codec<Overview> CODEC = Codecs.struct("sp_staking::PagedExposureMetadata",
        Fields.of(Overview::new, field("total", Overview::total, Balance.COMPACT, "Balance"),
            field("own", Overview::own, Balance.COMPACT, "Balance"),
            field("nominator_count", Overview::nominators, Codecs.U32, "u32"),
            field("page_count", Overview::pages, Codecs.U32, "Page")),
        BALANCE);
  }

  private record Page(Balance total, List<Share> others) {
    static final Codec<Page> CODEC = Codecs.struct("sp_staking::ExposurePage",
        Fields.of(Page::new, field("page_total", Page::total, Balance.COMPACT, "Balance"),
            field("others", Page::others, Share.LIST, Share.TYPE_NAME)),
        ACCOUNT, BALANCE);
  }

  private record Points(long total, SortedMap<AccountId, Long> individual) {
    static final Points NONE = new Points(0, new TreeMap<>());
    static final Codec<Points> CODEC = Codecs.struct("pallet_staking::EraRewardPoints",
        Fields.of(Points::new, field("total", Points::total, Codecs.U32, "RewardPoint"),
            field("individual", Points::individual,
                Codecs.map(AccountId.CODEC, Codecs.U32, Codecs.UNBOUNDED),
                "BTreeMap<AccountId, RewardPoint>")),
        ACCOUNT);
  }

  private record Loss(AccountId who, Balance amount) {
    static final Codec<Loss> CODEC =
        Codecs.pair(AccountId.CODEC, Balance.CODEC, Loss::new, Loss::who, Loss::amount);
  }

  private record Slash(AccountId validator, Balance own, List<Loss> others,
      List<AccountId> reporters, Balance payout) {
    static final Codec<Slash> CODEC = Codecs.struct("pallet_staking::UnappliedSlash",
        Fields.of(Slash::new, field("validator", Slash::validator, AccountId.CODEC, "AccountId"),
            field("own", Slash::own, Balance.CODEC, "Balance"),
            field("others", Slash::others, Codecs.list(Loss.CODEC), "Vec<(AccountId, Balance)>"),
            field("reporters", Slash::reporters, Codecs.list(AccountId.CODEC), "Vec<AccountId>"),
            field("payout", Slash::payout, Balance.CODEC, "Balance")),
        ACCOUNT, BALANCE);
  }

  private record EraSession(long era, long session) {
    static final Codec<EraSession> CODEC = Codecs.pair(Codecs.U32, Codecs.U32, EraSession::new,
        EraSession::era, EraSession::session);
  }

  private record SlashedPart(Perbill part, Balance amount) {
    static final Codec<SlashedPart> CODEC = Codecs.pair(Perbill.CODEC, Balance.CODEC,
        SlashedPart::new, SlashedPart::part, SlashedPart::amount);
  }

  private record Spans(long index, long lastStart, long lastSlash, List<Long> prior) {
    static final Codec<Spans> CODEC = Codecs.struct("pallet_staking::slashing::SlashingSpans",
        Fields.of(Spans::new, field("span_index", Spans::index, Codecs.U32, "SpanIndex"),
            field("last_start", Spans::lastStart, Codecs.U32, "EraIndex"),
            field("last_nonzero_slash", Spans::lastSlash, Codecs.U32, "EraIndex"),
            field("prior", Spans::prior, Codecs.list(Codecs.U32), "Vec<EraIndex>")));
  }

  private record SpanKey(AccountId who, long index) {
    static final Codec<SpanKey> CODEC = Codecs.pair(AccountId.CODEC, Codecs.U32, SpanKey::new,
        SpanKey::who, SpanKey::index);
  }

  private record SpanRecord(Balance slashed, Balance paidOut) {
    static final Codec<SpanRecord> CODEC = Codecs.struct("pallet_staking::slashing::SpanRecord",
        Fields.of(SpanRecord::new,
            field("slashed", SpanRecord::slashed, Balance.CODEC, "Balance"),
            field("paid_out", SpanRecord::paidOut, Balance.CODEC, "Balance")),
        BALANCE);
  }
}

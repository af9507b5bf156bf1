package io.fairlead.runtime;

import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.CreditsEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.assets.AssetsError;
import io.fairlead.runtime.assets.AssetsEvent;
import io.fairlead.runtime.bags.BagsCall;
import io.fairlead.runtime.bags.BagsError;
import io.fairlead.runtime.bags.BagsEvent;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.basefee.BaseFeeCall;
import io.fairlead.runtime.basefee.BaseFeeEvent;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.runtime.indices.IndicesCall;
import io.fairlead.runtime.indices.IndicesError;
import io.fairlead.runtime.indices.IndicesEvent;
import io.fairlead.runtime.managers.EvmError;
import io.fairlead.runtime.payment.PaymentEvent;
import io.fairlead.runtime.payment.PaymentStorage;
import io.fairlead.runtime.session.SessionCall;
import io.fairlead.runtime.session.SessionError;
import io.fairlead.runtime.session.SessionEvent;
import io.fairlead.runtime.session.SessionKeys;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.staking.StakingError;
import io.fairlead.runtime.staking.StakingEvent;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.sudo.SudoError;
import io.fairlead.runtime.sudo.SudoEvent;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.runtime.utility.UtilityCall;
import io.fairlead.runtime.utility.UtilityError;
import io.fairlead.runtime.utility.UtilityEvent;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.extrinsic.ExtrinsicCodec;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import java.util.List;

/**
 * The outer types of a runtime: its calls, events, errors and extrinsics as bytes. Without state, free to
 * be used by many threads.
 */
public final class RuntimeTypes {
  private final Profile profile;
  private final DispatchErrors errors;
  private final OriginCodec origins;
  private final Codec<SessionKeys> sessionKeys;
  private final RuntimeCalls calls;
  private final RuntimeEvents events;
  private final ExtrinsicCodec<Call> extrinsics;

  /** The types under the indices of {@code profile}. */
  public RuntimeTypes(Profile profile) {
    this.profile = profile;
    this.errors = new DispatchErrors(profile,
        List.of(SystemError.values(), SudoError.values(), AssetsError.values(),
            BalancesError.values(), IndicesError.values(), StakingError.values(),
            SessionError.values(), BagsError.values(), UtilityError.values(),
            EvmError.values(), RestakingError.values(), ServicesError.values(),
            LstError.values(), RewardsError.values(), CreditsError.values()));
    this.origins = new OriginCodec(profile);
    this.sessionKeys = SessionKeys.codec(profile.crate(), profile.sessionKeys());
    Codec<Call> inner = Codecs.lazy(this::anyCall)
        .shaped(RuntimeDeclaration.reference(profile.crate(), "RuntimeCall"));
    this.calls = new RuntimeCalls(profile,
        List.of(call(SystemCall.PALLET, SystemCall.CODEC),
            call(TimestampCall.PALLET, TimestampCall.CODEC),
            call(SudoCall.PALLET, SudoCall.codec(inner)),
            call(AssetsCall.PALLET, AssetsCall.CODEC),
            call(BalancesCall.PALLET, BalancesCall.CODEC),
            call(StakingCall.PALLET, StakingCall.CODEC),
            call(BagsCall.PALLET, BagsCall.CODEC),
            call(IndicesCall.PALLET, IndicesCall.CODEC),
            call(SessionStorage.PALLET, SessionCall.codec(sessionKeys)),
            call(UtilityCall.PALLET, UtilityCall.codec(inner, origins)),
            call(BaseFeeCall.PALLET, BaseFeeCall.CODEC),
            call(RestakingCall.PALLET, RestakingCall.CODEC),
            call(ServicesCall.PALLET, ServicesCall.CODEC),
            call(LstCall.PALLET, LstCall.CODEC),
            call(RewardsCall.PALLET, RewardsCall.CODEC),
            call(CreditsCall.PALLET, CreditsCall.CODEC)));
    this.events = new RuntimeEvents(profile,
        List.of(event(SystemCall.PALLET, SystemEvent.codec(errors)),
            event(SudoCall.PALLET, SudoEvent.codec(errors)),
            event(AssetsCall.PALLET, AssetsEvent.CODEC),
            event(BalancesCall.PALLET, BalancesEvent.CODEC),
            event(PaymentStorage.PALLET, PaymentEvent.CODEC),
            event(StakingCall.PALLET, StakingEvent.CODEC),
            event(IndicesCall.PALLET, IndicesEvent.CODEC),
            event(UtilityCall.PALLET, UtilityEvent.codec(errors)),
            event(BaseFeeCall.PALLET, BaseFeeEvent.CODEC),
            event(SessionStorage.PALLET, SessionEvent.CODEC),
            event(BagsCall.PALLET, BagsEvent.CODEC),
            event(RestakingCall.PALLET, RestakingEvent.CODEC),
            event(ServicesCall.PALLET, ServicesEvent.CODEC),
            event(LstCall.PALLET, LstEvent.CODEC),
            event(RewardsCall.PALLET, RewardsEvent.CODEC),
            event(CreditsCall.PALLET, CreditsEvent.CODEC)));
    this.extrinsics = new ExtrinsicCodec<>(calls);
  }

  /** The codec of the call enum whose shape refers to the enum by its path, for calls in calls. */
  Codec<Call> anyCall() {
    return calls;
  }

  /** The keys of a validator. */
  Codec<SessionKeys> sessionKeys() {
    return sessionKeys;
  }

  /** The origins of the runtime. */
  Codec<Origin> origins() {
    return origins;
  }

  private RuntimeCalls.Part call(String pallet, EnumCodec<? extends Call> codec) {
    return new RuntimeCalls.Part(profile.index(pallet), pallet, codec);
  }

  private RuntimeEvents.Part event(String pallet, EnumCodec<? extends Event> codec) {
    return new RuntimeEvents.Part(profile.index(pallet), pallet, codec);
  }

  /** The profile whose indices these types have. */
  public Profile profile() {
    return profile;
  }

  /** Dispatch errors. */
  public DispatchErrors errors() {
    return errors;
  }

  /** The call enum. */
  public RuntimeCalls calls() {
    return calls;
  }

  /** The event enum. */
  public RuntimeEvents events() {
    return events;
  }

  /** Extrinsics with these calls. */
  public ExtrinsicCodec<Call> extrinsics() {
    return extrinsics;
  }

  /** Names and versions, and the runtime APIs that are served. */
  public RuntimeVersion version() {
    return new RuntimeVersion(profile.specName(), profile.specName(), 1, profile.specVersion(), 1,
        ServedApis.IDS, profile.transactionVersion(), 0);
  }
}

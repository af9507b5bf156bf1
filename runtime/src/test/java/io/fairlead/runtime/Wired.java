package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/** A whole runtime on its dev genesis, in block 1, for calls without fees, one after another. */
public final class Wired {
  /** Has 1,000,000 TNT, as the next ones; holds the key of Sudo. */
  public static final AccountId ALICE = DevGenesis.ACCOUNTS.get(0);
  public static final AccountId BOB = DevGenesis.ACCOUNTS.get(1);
  public static final AccountId CHARLIE = DevGenesis.ACCOUNTS.get(2);
  /** Has nothing. */
  public static final AccountId NOBODY = new AccountId(7, 7, 7, 7);

  public static final Origin BY_ALICE = Origin.signed(ALICE);
  public static final Origin BY_BOB = Origin.signed(BOB);

  final Wiring wiring;

  /** Under the default rules, with the testnet's profile. */
  public Wired() {
    this(Profile.TANGLE_TESTNET);
  }

  /** The same with another profile. */
  public Wired(Profile profile) {
    wiring = new Wiring(new RuntimeTypes(profile), Rules.REPAIRED);
    wiring.genesis(DevGenesis.genesis(profile));
    wiring.store.commit();
    wiring.system.initialize(1, io.fairlead.substrate.primitive.Hash.ZERO, List.of());
    next();
  }

  /** The address of an account. */
  public static MultiAddress id(AccountId who) {
    return MultiAddress.of(who);
  }

  /** Forgets events and undo log: what happens next is looked at by itself. */
  public void next() {
    wiring.store.commit();
    wiring.block.begin(1);
    wiring.block.enter(new Phase.ApplyExtrinsic(1));
  }

  /** What a call declares. */
  public DispatchInfo info(Call call) {
    return wiring.dispatcher.info(call);
  }

  /** Runs a call. */
  public Outcome dispatch(Origin origin, Call call) {
    return wiring.dispatcher.dispatch(origin, call);
  }

  /** Runs a call that must succeed; its events. */
  public List<Event> done(Origin origin, Call call) {
    int before = wiring.block.events().size();
    Outcome outcome = dispatch(origin, call);
    assertThat(outcome.isDone()).as("%s: %s", call, outcome).isTrue();
    return events().subList(before, wiring.block.events().size());
  }

  /** Runs a call that must be refused with {@code error}, leave the state as it was and tell nothing. */
  public void refused(Origin origin, Call call, DispatchError error) {
    var before = wiring.store.pairs();
    int eventsBefore = wiring.block.events().size();

    assertThat(dispatch(origin, call)).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.error()).isEqualTo(error));
    assertThat(wiring.store.pairs()).isEqualTo(before);
    assertThat(wiring.block.events()).hasSize(eventsBefore);
  }

  /** The same for an error of a pallet. */
  public void refused(Origin origin, Call call, PalletError error) {
    refused(origin, call, new DispatchError.Module(error));
  }

  /** Runs a call and gives what it told after it ran. */
  public PostDispatch post(Origin origin, Call call) {
    return PostDispatch.of(dispatch(origin, call));
  }

  /** The events since {@link #next}. */
  public List<Event> events() {
    return wiring.block.events().stream().map(EventRecord::event).toList();
  }

  /** Free planck. */
  public Balance free(AccountId who) {
    return wiring.ledger.free(who);
  }

  /** Reserved planck. */
  public Balance reserved(AccountId who) {
    return wiring.accounts.get(who).data().reserved();
  }

  /** Bytes of a value; null where there is none. */
  public byte[] raw(byte[] key) {
    return wiring.store.readRaw(key);
  }

  /** The call comes back from its bytes. */
  public void roundTrip(Call call) {
    byte[] encoded = wiring.types.calls().encode(call);
    assertThat(wiring.types.calls().decode(encoded).trusted()).isEqualTo(call);
    assertThat(wiring.types.calls().size(call)).isEqualTo(encoded.length);
  }

  /** Every key that begins so. */
  public List<Bytes> keys(Bytes prefix) {
    return wiring.store.keys(prefix);
  }
}

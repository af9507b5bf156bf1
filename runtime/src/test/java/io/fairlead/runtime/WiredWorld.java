package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;

/** All pallets without fees and extensions: accounts with 1,000 TNT, calls, eras, block numbers. */
final class WiredWorld {
  static final AccountId ALICE = new AccountId(1, 1, 1, 1);
  static final AccountId BOB = new AccountId(2, 2, 2, 2);
  static final AccountId CAROL = new AccountId(3, 3, 3, 3);
  static final AccountId DAVE = new AccountId(4, 4, 4, 4);
  /** Has what others are to get. */
  static final AccountId FAUCET = new AccountId(5, 5, 5, 5);

  final Wiring wiring;

  WiredWorld(Rules rules) {
    wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET), rules);
    List.of(ALICE, BOB, CAROL, DAVE)
        .forEach(who -> wiring.ledger.endow(who, Balance.tnt(1_000)));
    wiring.ledger.endow(FAUCET, Balance.tnt(1_000_000));
    block(1);
    era(0);
  }

  /** The next calls are in block {@code number}; events of before are forgotten. */
  WiredWorld block(long number) {
    wiring.store.commit();
    wiring.block.begin(number);
    wiring.block.enter(new Phase.ApplyExtrinsic(1));
    return this;
  }

  /** Era {@code era} runs. */
  WiredWorld era(long era) {
    wiring.stakingItems.enter(era, 0);
    return this;
  }

  Outcome dispatch(Origin origin, Call call) {
    return wiring.dispatcher.dispatch(origin, call);
  }

  /** Runs a call that must succeed; its events. */
  List<Event> done(AccountId who, Call call) {
    return done(Origin.signed(who), call);
  }

  /** Runs a call that must succeed; its events. */
  List<Event> done(Origin origin, Call call) {
    int before = wiring.block.events().size();
    assertThat(dispatch(origin, call)).as("%s", call).isInstanceOf(Outcome.Done.class);
    return wiring.block.events().stream().skip(before).map(EventRecord::event).toList();
  }

  /** Runs a call that must be refused with {@code error}, change nothing and tell nothing. */
  void refused(Origin origin, Call call, DispatchError error) {
    var before = wiring.store.pairs();
    int events = wiring.block.events().size();

    Outcome outcome = dispatch(origin, call);

    assertThat(outcome).as("%s", call).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.error()).isEqualTo(error));
    assertThat(wiring.store.pairs()).isEqualTo(before);
    assertThat(wiring.block.events()).hasSize(events);
  }

  /** Writes over what stands at the key of {@code item} that ends in {@code key}. */
  void overwrite(String pallet, String item, byte[] key, byte[] value) {
    byte[] prefix = Item.prefix(pallet, item);
    Store.Change pair = wiring.store.pairs().stream()
        .filter(each -> startsWith(each.key().array(), prefix))
        .filter(each -> endsWith(each.key().array(), key)).findFirst().orElseThrow();
    assertThat(wiring.store.writeRaw(pair.key().array(), value))
        .isInstanceOf(Decoded.Value.class);
  }

  /** Removes everything of {@code item}. */
  void remove(String pallet, String item) {
    byte[] prefix = Item.prefix(pallet, item);
    wiring.store.pairs().stream().map(each -> each.key().array())
        .filter(key -> startsWith(key, prefix)).forEach(key -> wiring.store.writeRaw(key, null));
  }

  private static boolean startsWith(byte[] key, byte[] start) {
    return Arrays.equals(Arrays.copyOf(key, start.length), start);
  }

  private static boolean endsWith(byte[] key, byte[] end) {
    return Arrays.equals(Arrays.copyOfRange(key, key.length - end.length, key.length), end);
  }

  Balance free(AccountId who) {
    return wiring.ledger.free(who);
  }
}

package io.fairlead.runtime;

import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static io.fairlead.runtime.WiredWorld.DAVE;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.lst.LstAccounts;
import io.fairlead.restaking.lst.wire.ExtraBond;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;

/**
 * Pools in a whole runtime: Alice makes them with 100 TNT and is root, Bob nominates, Carol is bouncer,
 * Dave joins.
 */
final class PoolWorld {
  final WiredWorld world;

  PoolWorld(Rules rules) {
    world = new WiredWorld(rules);
  }

  /** Rules as deployed but for one switch. */
  static Rules deployedBut(String setting) {
    return ((Rules.Parsed.Good) Rules.parse("deployed," + setting)).rules();
  }

  static MultiAddress id(AccountId who) {
    return MultiAddress.of(who);
  }

  /** Gives {@code tnt} more to an account. */
  void money(AccountId who, long tnt) {
    world.wiring.ledger.transfer(WiredWorld.FAUCET, who, Balance.tnt(tnt),
        Currency.Existence.KEEP_ALIVE);
  }

  static LstCall create(long tnt) {
    return new LstCall.Create(Balance.tnt(tnt), id(ALICE), id(BOB), id(CAROL),
        Bytes.utf8("pool"), null);
  }

  static LstCall join(long pool, long tnt) {
    return new LstCall.Join(Balance.tnt(tnt), pool);
  }

  static LstCall unbond(AccountId who, long pool, Balance points) {
    return new LstCall.Unbond(id(who), pool, points);
  }

  static LstCall unbond(AccountId who, long pool, long tnt) {
    return unbond(who, pool, Balance.tnt(tnt));
  }

  static LstCall withdraw(AccountId who, long pool) {
    return new LstCall.WithdrawUnbonded(id(who), pool, 0);
  }

  static LstCall extra(long pool, long tnt) {
    return new LstCall.BondExtra(pool, new ExtraBond(Balance.tnt(tnt)));
  }

  static LstCall state(long pool, PoolState state) {
    return new LstCall.SetState(pool, state);
  }

  /** Pool 1 with 100 TNT of Alice and {@code daves} TNT of Dave. */
  PoolWorld withPool(long daves) {
    world.done(ALICE, create(100));
    if (daves > 0) {
      world.done(DAVE, join(1, daves));
    }
    return this;
  }

  PoolWorld era(long era) {
    world.era(era);
    return this;
  }

  List<Event> done(AccountId who, Call call) {
    return world.done(who, call);
  }

  void refused(LstError error, AccountId who, Call call) {
    world.refused(Origin.signed(who), call, new DispatchError.Module(error));
  }

  Balance tokens(long pool, AccountId who) {
    return world.wiring.poolTokens.balance(pool, who);
  }

  Balance issuance(long pool) {
    return world.wiring.poolTokens.issuance(pool);
  }

  Balance active(long pool) {
    return world.wiring.nativeStakes.active(LstAccounts.bonded(pool));
  }
}

package io.fairlead.runtime;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.RestakingQueries;
import io.fairlead.rewards.RewardsQueries;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.services.BillingQueries;
import io.fairlead.services.HeartbeatQueries;
import io.fairlead.services.ServiceQueries;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.MultiSignature;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * The runtime without a node: typed calls on typed state, one thread. Blocks have no hashes here, so
 * {@code System.ParentHash} and {@code System.BlockHash} hold zeroes.
 */
public final class Runtime implements Chain {
  private static final MultiSignature SIGNATURE = new MultiSignature(Scheme.SR25519,
      Bytes.wrap(new byte[Scheme.SR25519.signatureLength()]));
  private static final long TIMESTAMP_BYTES = 12;

  private final Wiring wiring;
  private final Executive executive;

  /** A chain that begins with {@code genesis}, under {@code rules}. */
  public Runtime(Profile profile, Rules rules, Genesis genesis) {
    wiring = new Wiring(new RuntimeTypes(profile), rules);
    wiring.genesis(genesis);
    wiring.store.commit();
    executive = new Executive(wiring);
  }

  /** A chain that goes on from {@code state}, which a runtime of the same rules left. */
  public Runtime(Profile profile, Rules rules, List<Store.Change> state) {
    wiring = new Wiring(new RuntimeTypes(profile), rules);
    wiring.restore(state);
    executive = new Executive(wiring);
  }

  /** The state. */
  public Store store() {
    return wiring.store;
  }

  /** Height of the last block, or of the one in execution. */
  public long number() {
    return wiring.block.number();
  }

  /** What Services answers. */
  public ServiceQueries services() {
    return wiring.operators;
  }

  /** What is paid for jobs, and owed. */
  public BillingQueries billing() {
    return wiring.money.queries();
  }

  /** Which operators have shown life. */
  public HeartbeatQueries heartbeats() {
    return new HeartbeatQueries(wiring.servicesItems);
  }

  /** What restaking answers. */
  public RestakingQueries stakes() {
    return wiring.stakes;
  }

  /** What Rewards answers. */
  public RewardsQueries rewards() {
    return wiring.rewardsQueries;
  }

  /** The native currency. */
  public Currency currency() {
    return wiring.ledger;
  }

  /** The parts, for tests. */
  Wiring wiring() {
    return wiring;
  }

  /** The outer types of the runtime. */
  public RuntimeTypes types() {
    return wiring.types;
  }

  @Override
  public void begin(BlockNumber number, Moment now) {
    long last = wiring.block.number();
    if (number.value() <= last) {
      throw new IllegalArgumentException("block " + number + " after block " + last);
    }
    skip(number.value() - last - 1);
    executive.initialize(number.value(), Hash.ZERO, List.of());
    Dispatched inherent = executive.bare(new TimestampCall.Set(now.millis()), TIMESTAMP_BYTES);
    if (!(inherent instanceof Dispatched.Included)) {
      throw new IllegalArgumentException("the time of block " + number + ": " + inherent);
    }
  }

  /** What empty blocks leave behind: the fee multiplier falls in each. */
  private void skip(long blocks) {
    if (blocks > 0) {
      wiring.systemItems.blockWeight.remove();
      for (long i = 0; i < blocks; i++) {
        wiring.payment.onFinalize(wiring.block.number());
      }
      wiring.baseFee.skip(blocks);
    }
  }

  @Override
  public Dispatched dispatch(AccountId signer, Call call) {
    long nonce = wiring.accounts.get(signer).nonce();
    return dispatch(signer, SignedExtra.of(Era.IMMORTAL, nonce), call);
  }

  @Override
  public Dispatched dispatch(AccountId signer, SignedExtra extra, Call call) {
    long bytes = wiring.types.extrinsics()
        .size(new Extrinsic.Signed<>(MultiAddress.of(signer), SIGNATURE, extra, call));
    return executive.signed(signer, extra, call, bytes);
  }

  @Override
  public void end() {
    executive.finish();
    wiring.store.commit();
  }

  @Override
  public BlockNumber nextWake(BlockNumber after) {
    return wiring.slashes.hasDue() ? after.next()
        : new BlockNumber(Math.min(wiring.session.nextRotation(after.value()),
            wiring.money.billing().nextWake(after.value())));
  }

  @Override
  public List<EventRecord> events() {
    return wiring.block.events();
  }
}

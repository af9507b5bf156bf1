package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;
import java.util.Random;

/**
 * A dev chain drawn from a seed, in round 1, with slashes in the queue: one to three operators
 * serve blueprints 0 and 1 in services 0 and 1; one to four delegators have TNT and assets 1 and 2
 * deposited and some of it delegated, several times to the same operator, for all blueprints or
 * some.
 */
final class SlashWorld {
  static final List<Asset> ASSETS = List.of(Asset.NATIVE, Asset.custom(1), Asset.custom(2));
  private static final AccountId ALICE = DevGenesis.ALICE;
  private static final AccountId OWNER = DevGenesis.ACCOUNTS.get(11);
  private static final AccountId SLASHER = ServicesAccounts.accountOf(DevGenesis.SLASHER);
  private static final List<BlueprintSelection> SELECTIONS =
      List.of(BlueprintSelection.ALL, BlueprintSelection.fixed(0L), BlueprintSelection.fixed(1L),
          BlueprintSelection.fixed(7L, 0L, 1L), BlueprintSelection.fixed(7L));

  final Runtime chain;
  final List<AccountId> operators;
  final List<AccountId> delegators;
  private final Random draw;
  private long number;

  SlashWorld(Rules rules, long seed) {
    chain = new Runtime(Profile.TANGLE_TESTNET, rules, DevGenesis.genesis());
    draw = new Random(seed);
    operators = DevGenesis.ACCOUNTS.subList(6, 7 + draw.nextInt(3));
    delegators = DevGenesis.ACCOUNTS.subList(1, 2 + draw.nextInt(4));
    begin();
    assets();
    operators.forEach(
        operator -> does(operator, new RestakingCall.JoinOperators(tnt(50_000))));
    services();
    delegators.forEach(this::delegates);
    impoverish();
    slashes();
    chain.end();
  }

  /** Up to {@code max} TNT and some planck, at least 100 planck. */
  private Balance tnt(int max) {
    return Balance.tnt(draw.nextInt(max)).plus(Balance.of(100 + draw.nextInt(1_000_000)));
  }

  private void assets() {
    root(new RewardsCall.UpdateApyBlocks(5_256_000));
    for (int id = 0; id < ASSETS.size(); id++) {
      if (id > 0) {
        root(new AssetsCall.ForceCreate(AssetId.of(id), MultiAddress.of(ALICE), draw.nextBoolean(),
            Balance.of(1 + draw.nextInt(50))));
        for (AccountId delegator : delegators) {
          does(ALICE, new AssetsCall.Mint(AssetId.of(id), MultiAddress.of(delegator),
              Balance.of(1_000_000)));
        }
      }
      if (draw.nextInt(4) > 0) {
        root(new RewardsCall.CreateRewardVault(id, new RewardConfig(new Perbill(20_000_000),
            Balance.ZERO, Balance.tnt(10_000_000), 1L)));
        root(new RewardsCall.ManageAssetRewardVault(id, ASSETS.get(id), AssetAction.ADD));
      }
    }
  }

  private void services() {
    for (long id = 0; id < 2; id++) {
      long blueprint = id;
      does(OWNER, new ServicesCall.CreateBlueprint(new ServiceBlueprint(
          ServiceMetadata.named("some"), List.of(), List.of(), List.of(), DevGenesis.MANAGER,
          MasterRevision.LATEST, List.of(), List.of(MembershipModel.Type.FIXED))));
      operators.forEach(operator -> does(operator, new ServicesCall.Register(blueprint,
          World.preferences(operator), List.of(), Balance.ZERO)));
      does(OWNER,
          new ServicesCall.Request(null, blueprint, List.of(), operators, List.of(),
              List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10),
                  new Percent(100))),
              1_000_000, Asset.NATIVE, Balance.ZERO,
              new MembershipModel.Fixed(operators.size())));
      operators.forEach(operator -> does(operator, new ServicesCall.Approve(blueprint,
          List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(100))))));
    }
  }

  private void delegates(AccountId delegator) {
    for (Asset asset : ASSETS) {
      if (draw.nextInt(5) > 0) {
        LockMultiplier lock = draw.nextBoolean() ? null
            : LockMultiplier.values()[draw.nextInt(LockMultiplier.values().length)];
        dispatch(delegator, new RestakingCall.Deposit(asset, amount(asset), null, lock));
      }
    }
    int tries = draw.nextInt(10);
    for (int i = 0; i < tries; i++) {
      Asset asset = ASSETS.get(draw.nextInt(ASSETS.size()));
      // of what is not deposited nothing can be delegated: refused
      dispatch(delegator,
          new RestakingCall.Delegate(operators.get(draw.nextInt(operators.size())), asset,
              amount(asset).mulDivFloor(1, 1 + draw.nextInt(4)),
              SELECTIONS.get(draw.nextInt(SELECTIONS.size()))));
    }
  }

  private Balance amount(Asset asset) {
    return asset.equals(Asset.NATIVE) ? tnt(20_000) : Balance.of(1 + draw.nextInt(100_000));
  }

  /** Some operators keep nothing but their bond. */
  private void impoverish() {
    for (AccountId operator : operators) {
      if (draw.nextInt(4) == 0) {
        Balance free = chain.currency().free(operator);
        dispatch(operator, new BalancesCall.TransferAllowDeath(MultiAddress.of(ALICE),
            free.saturatingMinus(Balance.tnt(3))));
      }
    }
  }

  private void slashes() {
    int count = 1 + draw.nextInt(4);
    for (int i = 0; i < count; i++) {
      root(new SudoCall.SudoAs(MultiAddress.of(SLASHER),
          new ServicesCall.Slash(operators.get(draw.nextInt(operators.size())), draw.nextInt(2),
              new Percent(draw.nextInt(8) == 0 ? 100 : 1 + draw.nextInt(100)))));
    }
  }

  // --- blocks ---

  private void begin() {
    number++;
    chain.begin(new BlockNumber(number), new Moment(DevChain.START + 6_000 * number));
  }

  private void root(Call call) {
    does(ALICE, call instanceof SudoCall ? call : new SudoCall.Sudo(call));
    assertThat(chain.events()).extracting(record -> record.event().toString())
        .noneMatch(event -> event.contains("sudoResult=") && !event.contains("sudoResult=null"));
  }

  private void does(AccountId who, Call call) {
    assertThat(dispatch(who, call)).as("%s", call).isInstanceOf(Outcome.Done.class);
  }

  /** In the next block if this one is full. */
  private Outcome dispatch(AccountId who, Call call) {
    Dispatched dispatched = chain.dispatch(who, call);
    if (dispatched instanceof Dispatched.NotIncluded) {
      chain.end();
      begin();
      dispatched = chain.dispatch(who, call);
    }
    if (dispatched instanceof Dispatched.Included(Outcome outcome)) {
      return outcome;
    }
    throw new AssertionError(call + ": " + dispatched);
  }
}

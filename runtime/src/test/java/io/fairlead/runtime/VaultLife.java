package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.RewardsQueries.VaultView;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One vault with two assets and three delegators, driven by a seed beside its model. */
final class VaultLife {
  private static final List<AccountId> USERS = DevGenesis.ACCOUNTS.subList(4, 7);
  private static final AccountId OPERATOR = DevGenesis.ACCOUNTS.get(1);
  private static final List<Asset> ASSETS = List.of(Asset.NATIVE, Asset.custom(1));
  private static final long VAULT = 1;
  private static final AccountId POT = RewardsAccounts.pot(VAULT);
  private static final Balance POT_PLANCK = Balance.tnt(1_000_000_000_000L);
  private static final long[] STRIDES = {1, 7, 1_200, 14_400, 432_000, 1_000_000};

  private final Wiring wiring;
  private final VaultModel model;
  private final Random draw;
  private final Balance money;
  private final List<String> steps = new ArrayList<>();

  VaultLife(Rules rules, long seed) {
    wiring = new Wiring(new RuntimeTypes(Profile.TANGLE_TESTNET), rules);
    wiring.genesis(DevGenesis.genesis());
    wiring.ledger.endow(POT, POT_PLANCK);
    wiring.block.begin(1);
    model = new VaultModel(rules.equals(Rules.REPAIRED));
    draw = new Random(seed);
    model.now = 1;
    model.round = wiring.stakes.currentRound();
    model.issuance = wiring.ledger.totalIssuance().toBigInteger();
    begin();
    money = held();
  }

  /** The steps so far. */
  List<String> told() {
    return steps;
  }

  private void begin() {
    must(Origin.ROOT, new AssetsCall.ForceCreate(AssetId.of(1),
        MultiAddress.of(DevGenesis.ALICE), true, Balance.of(1)));
    for (AccountId user : USERS) {
      must(Origin.signed(DevGenesis.ALICE), new AssetsCall.Mint(AssetId.of(1),
          MultiAddress.of(user), Balance.tnt(1_000_000)));
    }
    must(Origin.signed(OPERATOR), new RestakingCall.JoinOperators(Balance.tnt(1)));
    config(new RewardsCall.CreateRewardVault(VAULT, drawnConfig()));
    for (Asset asset : ASSETS) {
      manage(asset, AssetAction.ADD);
    }
  }

  private void must(Origin origin, Call call) {
    assertThat(wiring.dispatcher.dispatch(origin, call)).as("%s", call)
        .isInstanceOf(Outcome.Done.class);
  }

  private RewardConfig drawnConfig() {
    model.apy = draw.nextInt(200_000_001);
    model.depositCap = Balance.tnt(draw.nextInt(3) == 0 ? 5_000_000 : 50_000).toBigInteger();
    model.incentiveCap = Balance.tnt(draw.nextInt(4) == 0 ? 100 : 0).toBigInteger();
    model.boosted = draw.nextInt(4) != 0;
    return new RewardConfig(new Perbill((int) model.apy), Balance.of(model.incentiveCap),
        Balance.of(model.depositCap), model.boosted ? 1L : null);
  }

  private void config(RewardsCall call) {
    must(Origin.ROOT, call);
  }

  private void manage(Asset asset, AssetAction action) {
    must(Origin.ROOT, new RewardsCall.ManageAssetRewardVault(VAULT, asset, action));
    switch (action) {
      case ADD -> model.assets.add(asset);
      case REMOVE -> model.assets.remove(asset);
    }
  }

  // --- steps ---

  /** Does something. */
  void step() {
    AccountId who = USERS.get(draw.nextInt(USERS.size()));
    Asset asset = ASSETS.get(draw.nextInt(ASSETS.size()));
    Balance amount = draw.nextInt(5) == 0 ? Balance.of(1 + draw.nextInt(1_000))
        : Balance.tnt(1 + draw.nextInt(1_000));
    switch (draw.nextInt(12)) {
      case 0, 1 -> deposit(who, asset, amount);
      case 2, 3 -> {
        if (does(who, new RestakingCall.Delegate(OPERATOR, asset, amount,
            BlueprintSelection.ALL))) {
          model.delegate(who, asset, amount.toBigInteger());
        }
      }
      case 4 -> {
        if (does(who, new RestakingCall.ScheduleDelegatorUnstake(OPERATOR, asset, amount))) {
          model.requests
              .add(new VaultModel.Request(who, asset, amount.toBigInteger(), model.round));
        }
      }
      case 5 -> {
        if (does(who, new RestakingCall.ExecuteDelegatorUnstake())) {
          model.execute(who);
        }
      }
      case 6 -> rounds(1 + draw.nextInt(6));
      case 7, 8 -> blocks(STRIDES[draw.nextInt(STRIDES.length)]);
      case 9, 10 -> claim(who, asset);
      default -> govern(asset);
    }
  }

  private void deposit(AccountId who, Asset asset, Balance amount) {
    LockMultiplier[] all = LockMultiplier.values();
    int drawn = draw.nextInt(all.length + 2);
    LockMultiplier lock = drawn < all.length ? all[drawn] : null;
    if (does(who, new RestakingCall.Deposit(asset, amount, null, lock))) {
      model.deposit(who, asset, amount.toBigInteger(), lock);
    }
  }

  /** Whether a call of {@code who} ran to its end; a refused one has moved nothing. */
  private boolean does(AccountId who, Call call) {
    int mark = wiring.store.mark();
    Outcome outcome = wiring.dispatcher.dispatch(Origin.signed(who), call);
    steps.add(who.toString().substring(0, 6) + " " + call + ": " + outcome);
    if (!outcome.isDone()) {
      assertThat(wiring.store.changesSince(mark)).isEmpty();
    }
    return outcome.isDone();
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      model.round++;
      wiring.rounds.handleRoundChange(model.round);
    }
    steps.add("round " + model.round);
  }

  private void blocks(long count) {
    model.now += count;
    wiring.store.commit();
    wiring.block.begin(model.now);
    steps.add("block " + model.now);
  }

  private void govern(Asset asset) {
    switch (draw.nextInt(5)) {
      case 0 -> config(new RewardsCall.UpdateVaultRewardConfig(VAULT, drawnConfig()));
      case 1, 2 -> {
        model.year = draw.nextInt(4) == 0 ? 0 : 1_000_000L * (1 + draw.nextInt(9));
        must(Origin.ROOT, new RewardsCall.UpdateApyBlocks(model.year));
      }
      case 3 -> {
        model.decayStart = STRIDES[draw.nextInt(STRIDES.length)];
        model.decayRate = draw.nextInt(3) == 0 ? draw.nextInt(12) : draw.nextInt(100_000_001);
        must(Origin.ROOT, new RewardsCall.UpdateDecayConfig(model.decayStart,
            new Perbill((int) model.decayRate)));
      }
      default ->
          manage(asset, model.assets.contains(asset) ? AssetAction.REMOVE : AssetAction.ADD);
    }
    steps.add("root governs");
  }

  private void claim(AccountId who, Asset asset) {
    VaultModel.Owed owed = model.owed(who, asset);
    assertThat(query(who, asset)).isEqualTo(owed);
    BigInteger paid = model.paid(who, asset);
    Balance pot = wiring.ledger.free(POT);
    if (Balance.tnt(1).toBigInteger().add(paid).compareTo(pot.toBigInteger()) > 0) {
      return;
    }
    Balance before = wiring.ledger.free(who);

    boolean done = does(who, new RewardsCall.ClaimRewardsOther(who, asset));

    assertThat(done).isEqualTo(owed.error() == null);
    if (done) {
      assertThat(wiring.ledger.free(who).minus(before).toBigInteger()).isEqualTo(paid);
      assertThat(pot.minus(wiring.ledger.free(POT)).toBigInteger()).isEqualTo(paid);
      model.claim(who, paid);
      assertThat(query(who, asset).amount()).isEqualTo(BigInteger.ZERO);
    }
  }

  private VaultModel.Owed query(AccountId who, Asset asset) {
    try {
      return new VaultModel.Owed(wiring.rewardsQueries.userRewards(who, asset).toBigInteger(),
          null);
    } catch (Refusal refusal) {
      return VaultModel.Owed.refused(name(refusal.error()));
    }
  }

  private static @Nullable String name(DispatchError error) {
    return error instanceof DispatchError.Module(var of) ? of.chainName() : error.toString();
  }

  // --- what holds after every step ---

  void check() {
    VaultView vault = wiring.rewardsQueries.vault(VAULT);
    assertThat(vault.totalDeposit().toBigInteger()).as("total deposit")
        .isEqualTo(model.totalDeposit);
    assertThat(vault.totalScore().toBigInteger()).as("total score").isEqualTo(model.totalScore);
    assertThat(vault.assets()).isEqualTo(model.assets);
    assertThat(held()).as("all planck").isEqualTo(money);
    assertThat(wiring.ledger.totalIssuance().toBigInteger()).isEqualTo(model.issuance);
    for (AccountId who : USERS) {
      for (Asset asset : ASSETS) {
        assertThat(query(who, asset)).as("%s of %s", asset, who).isEqualTo(model.owed(who, asset));
      }
    }
  }

  private Balance held() {
    Balance sum = Balance.ZERO;
    for (AccountId who : DevGenesis.ACCOUNTS) {
      sum = sum.plus(wiring.accounts.get(who).data().total());
    }
    for (AccountId who : List.of(POT, RestakingAccounts.PALLET)) {
      sum = sum.plus(wiring.accounts.get(who).data().total());
    }
    return sum;
  }
}

package io.fairlead.twin.load;

import io.fairlead.client.TangleChain;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The calls that players make, encoded for a chain. */
final class Moves {
  private static final long VAULT = 1;
  private static final Balance JOB_PRICE = Balance.tnt(1);

  private final TangleChain chain;
  private final World world;

  Moves(TangleChain chain, World world) {
    this.chain = chain;
    this.world = world;
  }

  /** A player and its encoded call. */
  record Move(Cast by, Bytes call) {}

  private Move move(Cast by, Call call) {
    return new Move(by, chain.encode(call));
  }

  private Move sudo(Call call) {
    return new Move(Cast.ALICE, chain.sudo(chain.encode(call)));
  }

  private Move as(AccountId origin, Call call) {
    return new Move(Cast.ALICE, chain.sudoAs(origin, chain.encode(call)));
  }

  /** One after the other, before the others begin. */
  List<Move> prepare() {
    var moves = new ArrayList<Move>();
    moves.add(sudo(new RewardsCall.CreateRewardVault(VAULT, new RewardConfig(
        new Perbill(20_000_000), Balance.ZERO, Balance.tnt(10_000_000), 1L))));
    moves.add(sudo(new RewardsCall.ManageAssetRewardVault(VAULT, Asset.NATIVE, AssetAction.ADD)));
    moves.add(sudo(new RewardsCall.UpdateApyBlocks(5_256_000)));
    moves.add(move(Cast.ALICE_STASH, publish()));
    for (Cast operator : operators()) {
      moves.add(move(operator, new RestakingCall.JoinOperators(Balance.tnt(10_000))));
      moves.add(move(operator, register(operator)));
    }
    moves.add(move(Cast.BOB_STASH, request(0)));
    operators().forEach(operator -> moves.add(move(operator, approve(0))));
    return moves;
  }

  private static List<Cast> operators() {
    return java.util.Arrays.stream(Cast.values())
        .filter(each -> each.role() == Cast.Role.OPERATOR).toList();
  }

  private static Call publish() {
    FieldType bytes = new FieldType.Sequence(new FieldType.Uint8());
    var job = new JobDefinition(
        new JobDefinition.JobMetadata(Bytes.utf8("echo"), Bytes.utf8("gives back its input")),
        List.of(bytes), List.of(bytes), new PricingModel.PayOnce(JOB_PRICE));
    var binary = new BlueprintSource.Binary(BlueprintSource.Architecture.AMD64,
        BlueprintSource.OperatingSystem.LINUX, Bytes.utf8("echo.jar"), Hash.ZERO);
    var release = new BlueprintSource.GithubRelease(Bytes.utf8("fairlead"),
        Bytes.utf8("load"), Bytes.utf8("v1"), List.of(binary));
    return new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("Echo"),
        List.of(job), List.of(), List.of(), DevGenesis.MANAGER, new MasterRevision.Latest(),
        List.of(new BlueprintSource.Native(new BlueprintSource.NativeFetcher.Github(release))),
        List.of(MembershipModel.Type.FIXED, MembershipModel.Type.DYNAMIC)));
  }

  private static Call register(Cast operator) {
    return new ServicesCall.Register(0,
        new OperatorPreferences(operator.operatorKey(), Bytes.EMPTY), List.of(), Balance.ZERO);
  }

  private static Call request(long blueprint) {
    var native60 = new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(60));
    return new ServicesCall.Request(null, blueprint, List.of(Cast.BOB_STASH.account()),
        operators().stream().map(Cast::account).toList(), List.of(), List.of(native60), 100_000,
        Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(2));
  }

  private static Call approve(long request) {
    return new ServicesCall.Approve(request,
        List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(30))));
  }

  /** What a player does next. */
  Move next(Cast player, SplittableRandom random) {
    return switch (player.role()) {
      case GOVERNOR -> govern(random);
      case OPERATOR -> operate(player, random);
      case DELEGATOR -> delegate(player, random);
      case REQUESTER -> request(player, random);
    };
  }

  private Move govern(SplittableRandom random) {
    List<Cast> operators = operators();
    Cast offender = operators.get(random.nextInt(operators.size()));
    return switch (random.nextInt(4)) {
      case 0 -> as(DevGenesis.DISPUTING_ACCOUNT,
          new ServicesCall.Dispute(1 + random.nextInt(3), world.slash(random)));
      case 1 -> sudo(new ServicesCall.UpdateDefaultHeartbeatInterval(10 + random.nextInt(90)));
      default -> as(DevGenesis.SLASHING_ACCOUNT, new ServicesCall.Slash(offender.account(),
          world.service(random), new Percent(1 + random.nextInt(5))));
    };
  }

  private Move operate(Cast player, SplittableRandom random) {
    int choice = random.nextInt(20);
    if (choice < 14) {
      World.Job job = world.job(random);
      return move(player, new ServicesCall.SubmitResult(job.service(), job.call(),
          List.of(bytes(random))));
    }
    return switch (choice) {
      case 14, 15 -> move(player, approve(world.request(random)));
      case 16 -> move(player, new ServicesCall.Reject(world.request(random)));
      case 17 -> move(player, new RestakingCall.OperatorBondMore(Balance.tnt(1)));
      case 18 -> move(player, new RewardsCall.ClaimRewards());
      default -> move(player, random.nextInt(4) == 0 ? new RestakingCall.GoOffline()
          : new RestakingCall.GoOnline());
    };
  }

  private Move delegate(Cast player, SplittableRandom random) {
    List<Cast> operators = operators();
    Cast operator = operators.get(random.nextInt(operators.size()));
    Balance amount = Balance.tnt(1 + random.nextInt(50));
    return switch (random.nextInt(8)) {
      case 0, 1 -> move(player, new RestakingCall.Deposit(Asset.NATIVE, amount, null, null));
      case 2, 3, 4 -> move(player, new RestakingCall.Delegate(operator.account(), Asset.NATIVE,
          amount, new BlueprintSelection.All()));
      case 5 -> move(player, new RestakingCall.ScheduleDelegatorUnstake(operator.account(),
          Asset.NATIVE, Balance.tnt(1)));
      case 6 -> move(player, new RestakingCall.ScheduleWithdraw(Asset.NATIVE, Balance.tnt(1)));
      default -> move(player,
          new RewardsCall.ClaimRewardsOther(player.account(), Asset.NATIVE));
    };
  }

  private Move request(Cast player, SplittableRandom random) {
    int choice = random.nextInt(30);
    if (choice < 26) {
      return move(player,
          new ServicesCall.CallJob(world.service(random), 0, List.of(bytes(random))));
    }
    return switch (choice) {
      case 26, 27 -> move(player, request(world.blueprint(random)));
      case 28 -> move(player, publish());
      default -> move(player, new ServicesCall.Terminate(world.service(random)));
    };
  }

  private static Field bytes(SplittableRandom random) {
    var elements = new ArrayList<Field>();
    for (int i = random.nextInt(32); i >= 0; i--) {
      elements.add(new Field.Uint8(random.nextInt(256)));
    }
    return new Field.Sequence(new FieldType.Uint8(), elements);
  }
}

package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.assets.AssetsError;
import io.fairlead.runtime.balances.BalancesError;
import io.fairlead.runtime.indices.IndicesError;
import io.fairlead.runtime.session.SessionError;
import io.fairlead.runtime.sudo.SudoError;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.runtime.utility.UtilityError;
import io.fairlead.substrate.pallet.PalletError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The errors of the base pallets that no call raises, each with its reason. What is in no list here is
 * raised in a test that carries the name of its pallet.
 */
class NeverRaisedErrorsTest {
  private static final String NO_CODE =
      "raised for code whose version can be read; there is no code here that could be exchanged";
  private static final String PURGE = "removing an account is no call of this chain";

  private static final Map<String, String> SYSTEM = Map.of("InvalidSpecName", NO_CODE,
      "SpecVersionNeedsToIncrease", NO_CODE, "MultiBlockMigrationsOngoing",
      "this runtime has no migrations in several blocks", "NonDefaultComposite", PURGE,
      "NonZeroRefCount", PURGE);
  @Test
  void every_other_error_of_system_is_raised_by_a_call() {
    assertThat(others(SystemError.values(), SYSTEM)).containsExactlyInAnyOrder("CallFiltered",
        "FailedToExtractRuntimeVersion", "NothingAuthorized", "Unauthorized");
  }

  @Test
  void every_other_error_of_session_is_raised() {
    assertThat(others(SessionError.values(),
        Map.of("InvalidProof", "the chain takes any proof that keys are owned")))
        .containsExactlyInAnyOrder("NoAssociatedValidatorId", "DuplicatedKey", "NoKeys",
            "NoAccount");
  }

  @Test
  void every_error_of_sudo_utility_and_indices_is_raised() {
    assertThat(others(SudoError.values(), Map.of())).containsExactly("RequireSudo");
    assertThat(others(UtilityError.values(), Map.of())).containsExactly("TooManyCalls");
    assertThat(others(IndicesError.values(), Map.of())).containsExactlyInAnyOrder("NotAssigned",
        "NotOwner", "InUse", "NotTransfer", "Permanent");
  }

  @Test
  void every_other_error_of_balances_is_raised() {
    String fee = "a fee that cannot be paid keeps the extrinsic out of the block";
    String holds = "nothing on this chain holds or freezes by a reason";
    assertThat(others(BalancesError.values(), Map.of("VestingBalance",
        "raised by nothing any more", "ExistentialDeposit", fee, "Expendability", fee,
        "ExistingVestingSchedule", "the pallet Vesting is not here", "TooManyReserves",
        "nothing on this chain reserves under a name", "TooManyHolds", holds, "TooManyFreezes",
        holds))).containsExactlyInAnyOrder("LiquidityRestrictions", "InsufficientBalance",
            "DeadAccount", "IssuanceDeactivated", "DeltaZero");
  }

  @Test
  void every_other_error_of_assets_is_raised() {
    String never = "raised by nothing in this version of the pallet";
    assertThat(others(AssetsError.values(), Map.of("BadWitness", never, "WouldDie", never,
        "LiveAsset", never, "CallbackFailed", "nobody is told of assets that begin or end")))
        .containsExactlyInAnyOrder("BalanceLow", "NoAccount", "NoPermission", "Unknown",
            "Frozen", "InUse", "MinBalanceZero", "UnavailableConsumer", "BadMetadata",
            "Unapproved", "AlreadyExists", "NoDeposit", "WouldBurn", "AssetNotLive",
            "IncorrectStatus", "NotFrozen", "BadAssetId");
  }

  /** The errors that are not in {@code never}, all of whose keys must be names of errors. */
  private static List<String> others(PalletError[] errors, Map<String, String> never) {
    List<String> names = Arrays.stream(errors).map(PalletError::chainName).toList();
    assertThat(names).containsAll(never.keySet());
    assertThat(ErrorsDocument.of(errors[0].pallet()))
        .containsExactlyInAnyOrderElementsOf(never.keySet());
    return names.stream().filter(name -> !never.containsKey(name)).toList();
  }
}

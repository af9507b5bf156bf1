package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.session.SessionError;
import io.fairlead.runtime.sudo.SudoError;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.substrate.pallet.PalletError;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The errors of System, Session and Sudo: each is raised in a test or has its reason here. */
class NeverRaisedErrorsTest {
  private static final String UPGRADES = "raised by calls that change the code, which are absent";
  private static final String SESSION_KEYS = "raised by set_keys and purge_keys, which are absent";

  private static final Map<String, String> SYSTEM = Map.of("InvalidSpecName", UPGRADES,
      "SpecVersionNeedsToIncrease", UPGRADES, "FailedToExtractRuntimeVersion", UPGRADES,
      "NothingAuthorized", UPGRADES, "Unauthorized", UPGRADES, "MultiBlockMigrationsOngoing",
      UPGRADES, "NonDefaultComposite", "removing an account is no call of this chain",
      "NonZeroRefCount", "removing an account is no call of this chain", "CallFiltered",
      "the filter asks TxPause, which is absent");

  @Test
  void no_call_present_raises_an_error_of_system() {
    assertThat(names(SystemError.values())).containsExactlyInAnyOrderElementsOf(SYSTEM.keySet());
  }

  @Test
  void no_call_present_raises_an_error_of_session() {
    assertThat(names(SessionError.values())).as(SESSION_KEYS).containsExactlyInAnyOrder(
        "InvalidProof", "NoAssociatedValidatorId", "DuplicatedKey", "NoKeys", "NoAccount");
  }

  @Test
  void the_one_error_of_sudo_is_raised_in_its_own_test() {
    assertThat(names(SudoError.values())).containsExactly("RequireSudo");
  }

  private static java.util.List<String> names(PalletError[] errors) {
    return Arrays.stream(errors).map(PalletError::chainName).toList();
  }
}

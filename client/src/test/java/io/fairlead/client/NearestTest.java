package io.fairlead.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> CALLS =
      List.of("transfer_keep_alive", "transfer_all", "force_transfer", "burn");

  @Test
  void a_slip_finds_the_name() {
    assertThat(Nearest.to("transfer_keep_alvie", CALLS)).first().isEqualTo("transfer_keep_alive");
    assertThat(Nearest.to("Burn", CALLS)).containsExactly("burn");
  }

  @Test
  void the_names_of_polkadot_js_are_found() {
    assertThat(Nearest.to("transferKeepAlive", CALLS)).first().isEqualTo("transfer_keep_alive");
  }

  @Test
  void a_beginning_finds_what_begins_so() {
    assertThat(Nearest.to("transfer", CALLS)).startsWith("transfer_all", "transfer_keep_alive");
  }

  @Test
  void nothing_is_offered_for_another_word() {
    assertThat(Nearest.to("bond_extra_other", CALLS)).isEmpty();
    assertThat(Nearest.question("xyz", CALLS)).isEmpty();
  }
}

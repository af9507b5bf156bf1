package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataFactsTest {
  private final Metadata metadata = SampleRuntime.v15();
  private final MetadataFacts facts = MetadataFacts.of(metadata);

  @Test
  void facts_name_pallets_calls_events_errors_items_and_constants() {
    assertThat(facts.of("Balances")).isEqualTo("index 6");
    assertThat(facts.of("System")).isEqualTo("index 1, storage System");
    assertThat(facts.of("Balances.calls"))
        .isEqualTo("pallet_balances::pallet::Call<_, _> with <T, I>");
    assertThat(facts.of("Balances.call.transfer_keep_alive")).isEqualTo(
        "3 {dest: sp_runtime::multiaddress::MultiAddress<sp_core::crypto::AccountId32, u32> as"
            + " \"AccountIdLookupOf<T>\", value: Compact<u128> as \"T::Balance\"}");
    assertThat(facts.of("Balances.error.InsufficientBalance")).isEqualTo("2");
    assertThat(facts.of("System.storage.Number")).isEqualTo("default 0x0000000000000000 u64");
    assertThat(facts.of("Services.storage.Operators")).isEqualTo(
        "optional, Identity(u64) Identity(sp_core::crypto::AccountId32) to Vec<sample::Tree>");
    assertThat(facts.of("System.constant.SS58Prefix")).isEqualTo("u16 0x2a00");
    assertThat(facts.of("api.AccountNonceApi.account_nonce"))
        .isEqualTo("(account: sp_core::crypto::AccountId32) to u32");
    assertThat(facts.of("extrinsic.extension.5")).isEqualTo(
        "CheckNonce, sends frame_system::extensions::check_nonce::CheckNonce<_>, signs ()");
  }

  @Test
  void a_named_type_is_told_once_also_when_it_contains_itself() {
    assertThat(facts.of("type sample::Tree")).isEqualTo(
        "enum [0 Leaf (bool as \"bool\"), 12 Branch {name: str as \"String\", children:"
            + " Vec<sample::Tree> as \"Vec<Tree>\"}]");
    assertThat(facts.of("type primitive_types::H256"))
        .isEqualTo("struct ([u8; 32] as \"[u8; 32]\")");
    assertThat(facts.lines()).doesNotHaveDuplicates();
  }

  @Test
  void enums_over_all_pallets_are_names_only() {
    assertThat(facts.of("Sudo.call.sudo")).isEqualTo(
        "0 {call: tangle_testnet_runtime::RuntimeCall as \"Box<<T as Config>::RuntimeCall>\"}");
    assertThat(facts.of("type tangle_testnet_runtime::RuntimeCall")).isNull();
  }

  @Test
  void facts_do_not_depend_on_type_ids() {
    int count = metadata.types().size();
    var reversed = new ArrayList<Type>(Collections.nCopies(count, metadata.type(0)));
    for (int id = 0; id < count; id++) {
      reversed.set(count - 1 - id,
          TypeReferences.renumber(metadata.type(id), i -> count - 1 - i));
    }
    Metadata other = TypeReferences.renumber(metadata, reversed, id -> count - 1 - id);

    assertThat(MetadataFacts.of(other).lines()).isEqualTo(facts.lines());
  }

  @Test
  void facts_survive_their_lines_and_comments() {
    var lines = new ArrayList<>(List.of("# a comment = nothing", ""));
    lines.addAll(facts.lines());

    assertThat(MetadataFacts.parse(lines).lines()).isEqualTo(facts.lines());
  }

  @Test
  void a_difference_is_told_by_name() {
    List<String> lines = new ArrayList<>(facts.lines());
    lines.replaceAll(line -> line.startsWith("Balances.error.Ins") ? line + "0" : line);
    lines.removeIf(line -> line.startsWith("Services.storage.Instances"));
    lines.add("Other = index 9");
    MetadataFacts other = MetadataFacts.parse(lines);

    assertThat(MetadataFacts.diff(facts, other)).containsExactlyInAnyOrder(
        new MetadataFacts.Difference("Balances.error.InsufficientBalance", "2", "20"),
        new MetadataFacts.Difference("Services.storage.Instances",
            "optional, Identity(u64) to sample::Tree", null),
        new MetadataFacts.Difference("Other", null, "index 9"));
    assertThat(facts.notIn(other)).hasSize(2);
    assertThat(MetadataFacts.of(metadata, List.of("Sudo"), List.of()).notIn(facts)).isEmpty();
  }

  @Test
  void type_names_of_the_sources_can_be_left_out() {
    assertThat(facts.withoutTypeNames().of("Balances.call.transfer_keep_alive")).isEqualTo(
        "3 {dest: sp_runtime::multiaddress::MultiAddress<sp_core::crypto::AccountId32, u32>,"
            + " value: Compact<u128>}");
  }
}

package io.fairlead.substrate.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.metadata.ShapeCheck.Difference;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShapeCheckTest {
  private final ShapeCheck check = new ShapeCheck(SampleRuntime.v15());

  private static Shape.Variants calls(Shape.Case... cases) {
    return new Shape.Variants("ours::Call", List.of(), List.of(cases));
  }

  private static Shape.Field field(String name, Shape shape) {
    return new Shape.Field(name, shape, null);
  }

  private static Shape.Case transfer(Shape.Field... fields) {
    return new Shape.Case("transfer_keep_alive", 3, List.of(fields));
  }

  private final Shape dest =
      io.fairlead.substrate.extrinsic.MultiAddress.CODEC.shape();

  @Test
  void what_we_wrote_ourselves_has_no_difference() {
    SampleRuntime.declaration().pallets()
        .forEach(pallet -> assertThat(check.pallet(pallet.declaration())).isEmpty());
  }

  @Test
  void a_field_of_another_type_is_named_with_pallet_and_call() {
    assertThat(check.calls("Balances",
        calls(transfer(field("dest", dest), field("value", Codecs.U64.shape())))))
        .containsExactly(new Difference("Balances.transfer_keep_alive.value", "u64",
            "Compact<u128>"));
    assertThat(check.calls("Balances",
        calls(transfer(field("dest", dest), field("value", Codecs.COMPACT_U64.shape())))))
        .containsExactly(new Difference("Balances.transfer_keep_alive.value", "u64", "u128"));
  }

  @Test
  void another_field_name_number_of_fields_or_index_is_a_difference() {
    assertThat(check.calls("Balances",
        calls(transfer(field("to", dest), field("value", Balance.COMPACT.shape())))))
        .containsExactly(new Difference("Balances.transfer_keep_alive.to", "field to",
            "field dest"));
    assertThat(check.calls("Balances", calls(transfer(field("dest", dest)))))
        .containsExactly(new Difference("Balances.transfer_keep_alive", "1 fields", "2"));
    assertThat(check.calls("Balances", calls(new Shape.Case("transfer_keep_alive", 4,
        List.of(field("dest", dest), field("value", Balance.COMPACT.shape()))))))
        .containsExactly(new Difference("Balances.transfer_keep_alive", "index 4", "index 3"));
  }

  @Test
  void a_pallet_or_call_that_the_chain_lacks_is_a_difference() {
    assertThat(check.calls("Lst", calls())).containsExactly(
        new Difference("Lst", "a pallet", "none of that name"));
    assertThat(check.calls("Balances", calls(new Shape.Case("burn", 10, List.of()))))
        .containsExactly(new Difference("Balances.burn", "index 10", "none of that name"));
  }

  @Test
  void a_variant_of_an_argument_that_only_the_chain_has_is_a_difference() {
    Shape.Variants address = (Shape.Variants) dest;
    var fewer = new Shape.Variants(address.path(), address.params(),
        address.cases().subList(0, 4));

    assertThat(check.calls("Balances",
        calls(transfer(field("dest", fewer), field("value", Balance.COMPACT.shape())))))
        .containsExactly(new Difference("Balances.transfer_keep_alive.dest.Address20",
            "no such variant", "index 4"));
  }

  @Test
  void paths_and_wrappers_of_one_field_do_not_count() {
    Shape wrapped = new Shape.Composite("ours::Amount", List.of(),
        List.of(new Shape.Field(null, Balance.COMPACT.shape(), null)));

    assertThat(check.calls("Balances",
        calls(transfer(field("dest", dest), field("value", wrapped))))).isEmpty();
  }

  @Test
  void a_type_that_contains_itself_is_compared_to_its_end() {
    var holder = new Shape.Variants[1];
    holder[0] = new Shape.Variants("ours::Tree", List.of(), List.of(
        new Shape.Case("Leaf", 0, List.of(new Shape.Field(null, Codecs.U8.shape(), null))),
        new Shape.Case("Branch", 12,
            List.of(field("name", Codecs.STRING.shape()), field("children",
                new Shape.Sequence(new Shape.Lazy(() -> Objects.requireNonNull(holder[0]))))))));
    var item = StorageMap.optional(new Store(), "Services", "Instances",
        Key.identity(Codecs.U64), Codecs.BOOL.shaped(holder[0]));

    assertThat(check.storage("Services", Objects.requireNonNull(item.entry())))
        .containsExactly(new Difference("Services.Instances.Leaf", "u8", "bool"));
  }

  @Test
  void items_differ_by_hasher_key_and_absence() {
    var item = StorageMap.of(new Store(), "Services", "Instances",
        Key.twox64Concat(AccountId.CODEC), SampleRuntime.Tree.CODEC,
        new SampleRuntime.Tree.Leaf(false));

    assertThat(check.storage("Services", Objects.requireNonNull(item.entry()))).containsExactly(
        new Difference("Services.Instances when absent", "a default", "nothing"),
        new Difference("Services.Instances hashers", "[TWOX_64_CONCAT]", "[IDENTITY]"),
        new Difference("Services.Instances key", "[u8; 32]", "u64"));
    assertThat(check.storage("Services", Objects.requireNonNull(
        StorageMap.optional(new Store(), "Services", "Nothing", Key.identity(Codecs.U64),
            Codecs.BOOL).entry())))
        .containsExactly(
            new Difference("Services.Nothing", "a storage item", "none of that name"));
  }
}

package io.fairlead.substrate.metadata;

import static io.fairlead.substrate.metadata.DynamicValue.choice;
import static io.fairlead.substrate.metadata.DynamicValue.member;
import static io.fairlead.substrate.metadata.DynamicValue.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes made by the chain's own runtime and by polkadot.js, read by metadata alone. */
class DynamicVectorsTest {
  /** Success of the inherent, a transfer with its fee and success, a failed extrinsic. */
  static final String EVENTS =
      "0x140000000000010002093d000002000000010000000602d43593c715fdd31c6114"
          + "1abd04a99fd6822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912"
          + "909cb226aa4794f26a48393000000000000000000000000000000000010000000700d43593c715fdd31c6114"
          + "1abd04a99fd6822c8558854ccde39a5684e7a56da27d00393000000000000000000000000000000000000000"
          + "0000000000000000000000000100000001000246c323253800000000020000000101030602000000"
          + "0246c3232538000000";
  private static final Metadata METADATA = SampleRuntime.v15();
  private static final Bytes ALICE =
      Bytes.hex("0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
  private static final Bytes BOB =
      Bytes.hex("0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48");

  private static int typeNamed(String path) {
    for (int id = 0; id < METADATA.types().size(); id++) {
      if (METADATA.type(id).pathText().equals(path)) {
        return id;
      }
    }
    throw new AssertionError(path);
  }

  private static DynamicCodec item(String pallet, String item) {
    return new DynamicCodec(METADATA,
        METADATA.entry(pallet, item).orElseThrow().type().value());
  }

  @Test
  void the_events_of_a_block_are_read_and_written() {
    byte[] bytes = Hex.bytes(EVENTS);

    DynamicCodec codec = item("System", "Events");
    DynamicValue value = codec.decode(bytes).trusted();

    assertThat(value).isInstanceOfSatisfying(DynamicValue.Items.class, records -> {
      assertThat(records.items()).hasSize(5);
      assertThat(eventNames(records.items())).containsExactly("System.ExtrinsicSuccess",
          "Balances.Transfer", "TransactionPayment.TransactionFeePaid", "System.ExtrinsicSuccess",
          "System.ExtrinsicFailed");
      DynamicValue transfer = eventOf(records.items().get(1));
      assertThat(transfer.field("from").orElseThrow().unwrapped())
          .isEqualTo(new DynamicValue.Blob(ALICE));
      assertThat(transfer.field("to").orElseThrow().unwrapped())
          .isEqualTo(new DynamicValue.Blob(BOB));
      assertThat(transfer.field("amount")).contains(number(12345));
      DynamicValue error =
          eventOf(records.items().get(4)).field("dispatch_error").orElseThrow();
      assertThat(error.field(0).orElseThrow().field("index")).contains(number(6));
      assertThat(error.field(0).orElseThrow().field("error"))
          .contains(new DynamicValue.Blob(Bytes.hex("0x02000000")));
    });
    assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(Bytes.of(bytes)));
  }

  private static DynamicValue eventOf(DynamicValue eventRecord) {
    return eventRecord.field("event").orElseThrow().field(0).orElseThrow();
  }

  private static List<String> eventNames(List<DynamicValue> records) {
    return records.stream().map(r -> {
      var outer = (DynamicValue.Choice) r.field("event").orElseThrow();
      var inner = (DynamicValue.Choice) eventOf(r);
      return outer.name() + "." + inner.name();
    }).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      00           | Other
      01           | CannotLookup
      02           | BadOrigin
      030602000000 | Module 6 0x02000000
      033305000000 | Module 51 0x05000000
      04           | ConsumerRemaining
      05           | NoProviders
      06           | TooManyConsumers
      0700         | Token FundsUnavailable
      0708         | Token NotExpendable
      0801         | Arithmetic Overflow
      0900         | Transactional LimitReached
      0a           | Exhausted
      0b           | Corruption
      0c           | Unavailable
      0d           | RootNotAllowed
      """)
  void a_dispatch_error_has_the_bytes_of_the_chain(String bytes, String text) {
    var codec = new DynamicCodec(METADATA, typeNamed("sp_runtime::DispatchError"));

    DynamicValue value = codec.decode(Hex.bytes(bytes)).trusted();

    assertThat(textOf(value)).isEqualTo(text);
    assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(Bytes.hex(bytes)));
  }

  private static String textOf(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Choice(String name, int index, List<DynamicValue.Member> members) ->
          members.isEmpty() ? name : name + " " + textOf(members.getFirst().value());
      case DynamicValue.Struct(List<DynamicValue.Member> members) ->
          String.join(" ", members.stream().map(m -> textOf(m.value())).toList());
      case DynamicValue.Number(BigInteger number) -> number.toString();
      case DynamicValue.Blob(Bytes blob) -> blob.toString();
      case DynamicValue other -> throw new AssertionError(other);
    };
  }

  @Test
  void a_module_error_is_found_by_its_indices() {
    assertThat(METADATA.error(6, 2)).map(TypeDef.Case::name).contains("InsufficientBalance");
    assertThat(METADATA.error(6, 1)).isEmpty();
    assertThat(METADATA.error(99, 0)).isEmpty();
    assertThat(METADATA.event(6, 2)).map(TypeDef.Case::name).contains("Transfer");
    assertThat(METADATA.call(6, 3)).map(TypeDef.Case::name).contains("transfer_keep_alive");
  }

  @Test
  void an_account_is_read_by_field_names() {
    byte[] bytes = Hex.bytes("0x070000000000000001000000000000000000a0dec5adc9353600000000000000"
        + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080");

    DynamicValue account = item("System", "Account").decode(bytes).trusted();

    assertThat(account.field("nonce")).contains(number(7));
    assertThat(account.field("providers")).contains(number(1));
    DynamicValue data = account.field("data").orElseThrow();
    assertThat(data.field("free")).contains(
        new DynamicValue.Number(new BigInteger("1000000000000000000000")));
    assertThat(data.field("flags"))
        .contains(new DynamicValue.Number(BigInteger.ONE.shiftLeft(127)));
    assertThat(item("System", "Account").encode(account))
        .isEqualTo(new Encoded.Value(Bytes.of(bytes)));
  }

  @Test
  void a_call_is_written_by_names() {
    var calls = new DynamicCodec(METADATA, METADATA.extrinsic().call());
    DynamicValue call = choice("Balances", member(choice("transfer_keep_alive",
        member("value", number(12345)),
        member("dest", choice("Id", member(new DynamicValue.Blob(BOB)))))));

    assertThat(calls.encode(call)).isEqualTo(new Encoded.Value(Bytes.hex(
        "0603008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48e5c0")));
  }

  @Test
  void a_default_of_an_item_is_a_value_of_its_type() {
    for (PalletMetadata pallet : METADATA.pallets()) {
      if (pallet.storage() != null) {
        pallet.storage().entries().stream()
            .filter(e -> e.modifier() == PalletMetadata.Modifier.DEFAULT).forEach(e -> {
              var codec = new DynamicCodec(METADATA, e.type().value());
              DynamicValue value = codec.decode(e.fallback().array()).trusted();
              assertThat(codec.encode(value)).isEqualTo(new Encoded.Value(e.fallback()));
            });
      }
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      System,   Number,    '',     0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac
      System,   BlockHash, 5,      0x26aa394eea5630e07c48ae0c9558cef7a44704b568d21667356a5a050c1187\
      463d59c2d52d0bbe890500000000000000
      System,   Account,   alice,  0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371d\
      a9de1e86a9a8c739864cf3cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a5\
      6da27d
      Services, Instances, 0,      0xbebc5b76152ddd09e43cd7046d104a274544e6e672b64c39c5816568f05c3b\
      c80000000000000000
      Services, Operators, 0 alice, 0xbebc5b76152ddd09e43cd7046d104a2734a0a3fbf14e6c92456ca7bd91d59\
      a570000000000000000d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
      Services, Operators, 0,      0xbebc5b76152ddd09e43cd7046d104a2734a0a3fbf14e6c92456ca7bd91d59a\
      570000000000000000
      """)
  void storage_keys_are_made_from_values_whole_or_as_prefix(String pallet, String item,
      String keys, String expected) {
    List<DynamicValue> values = java.util.Arrays.stream(keys.split(" ")).filter(k -> !k.isEmpty())
        .<DynamicValue>map(k -> k.equals("alice") ? new DynamicValue.Blob(ALICE)
            : number(Long.parseLong(k)))
        .toList();

    assertThat(StorageKeys.of(METADATA, pallet, item, values))
        .isEqualTo(new Encoded.Value(Bytes.hex(expected)));
  }

  @Test
  void a_storage_key_that_cannot_be_made_says_why() {
    assertThat(misfit(StorageKeys.of(METADATA, "Nobody", "Account", List.of())))
        .isEqualTo("expected a pallet with storage, found Nobody");
    assertThat(misfit(StorageKeys.of(METADATA, "System", "Accounts", List.of())))
        .isEqualTo("at System: expected a storage item, found Accounts");
    assertThat(misfit(StorageKeys.of(METADATA, "System", "Number", List.of(number(1)))))
        .isEqualTo("at System.Number: expected no keys, found 1");
    assertThat(misfit(StorageKeys.of(METADATA, "Services", "Instances",
        List.of(number(1), number(2)))))
        .isEqualTo("at Services.Instances: expected at most 1 keys, found 2");
    assertThat(misfit(StorageKeys.of(METADATA, "Services", "Instances", List.of(number(-1)))))
        .isEqualTo("at Services.Instances key 0: expected u64, found -1");
  }

  private static String misfit(Encoded encoded) {
    return switch (encoded) {
      case Encoded.Misfit misfit -> misfit.message();
      case Encoded.Value value -> throw new AssertionError(value);
    };
  }
}

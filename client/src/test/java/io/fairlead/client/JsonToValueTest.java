package io.fairlead.client;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonToValueTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Pay(MultiAddress to, Balance amount, @Nullable Long until, List<Long> notes,
      Bytes memo) implements Call {
    @Override
    public String pallet() {
      return "Shop";
    }
  }

  private static final EnumCodec<Pay> CALLS = Codecs.enumOf("shop::Call", List.of(),
      variant(4, "pay", Pay.class, Fields.of(Pay::new,
          field("to", Pay::to, MultiAddress.CODEC, "Address"),
          field("amount", Pay::amount, Balance.COMPACT, "Balance"),
          Fields.<Pay, @Nullable Long>field("until", Pay::until, Codecs.option(Codecs.U64),
              "Option<u64>"),
          field("notes", Pay::notes, Codecs.list(Codecs.U32), "Vec<u32>"),
          field("memo", Pay::memo, Bytes.codec(Codecs.byteVec(99)), "Vec<u8>"))));

  private static final Metadata CHAIN = MetadataWriter.v15(new RuntimeDeclaration("shop_runtime",
      List.of(new RuntimeDeclaration.IndexedPallet(9,
          new PalletDeclaration("Shop", null, List.of(), CALLS, null, null, List.of()))),
      List.of(), List.of()));
  private static final String BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

  private static List<TypeDef.Field> arguments() {
    return CHAIN.call("Shop", "pay").orElseThrow().fields();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Encoded encoded(String text) {
    return new JsonToValue(CHAIN, new Units("TNT", 18)).encodeFields(arguments(), json(text));
  }

  private static String misfit(String text) {
    return encoded(text) instanceof Encoded.Misfit misfit ? misfit.message() : "fits";
  }

  @Test
  void an_object_and_an_array_give_the_same_bytes() {
    Encoded named = encoded(
        "{'amount':'1.5 TNT','to':'" + BOB + "','notes':[1,2],'until':7,'memo':'hi'}");
    Encoded placed = encoded(
        "[{'Id':'//Bob'},'1500000000000000000','7',[1,'0x2'],'0x6869']");

    assertThat(named).isEqualTo(placed).isEqualTo(new Encoded.Value(Bytes.hex(
        "0x008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48"
            + "13" + "0000167b0d12d114" + "010700000000000000" + "080100000002000000" + "086869")));
  }

  @Test
  void an_optional_argument_may_be_left_out() {
    assertThat(encoded("{'amount':1,'to':'//Bob','notes':[],'memo':''}"))
        .isEqualTo(encoded("['//Bob',1,null,[],'0x']"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'to':'//Bob','notes':[],'memo':''} | at amount: expected u128
      {'ammount':1}                       | found ammount; did you mean amount?
      ['//Bob',1]                         | expected 5 arguments (to, amount, until, notes, memo)
      ['5Gxx',1,null,[],'']               | at to: expected the address of an account, found 5Gxx
      ['//Bob',true,null,[],'']           | at amount: expected u128
      ['//Bob',1.5,null,[],'']            | at amount: expected u128
      ['//Bob',1,null,[1,'x'],'']         | at notes.1: expected u32, found "x"
      ['//Bob',1,null,[4294967296],'']    | at notes.0: expected u32, found 4294967296
      ['//Bob',-1,null,[],'']             | at amount: expected u128, found -1
      ['//Bob',1,null,[],'0xzz']          | at memo: expected hexadecimal after 0x
      [{'Idd':'//Bob'},1,null,[],'']      | found Idd; did you mean Id?
      'what'                              | expected an object with to, amount
      """)
  void a_wrong_argument_is_named_with_its_place(String text, String message) {
    assertThat(misfit(text)).contains(message);
  }

  @Test
  void what_json_says_of_a_value_is_taken_back() {
    int type = java.util.Objects.requireNonNull(CHAIN.pallet("Shop").orElseThrow().calls());
    var call = new Pay(new MultiAddress.Index(3), Balance.tnt(5_000_000), null,
        List.of(0xffff_ffffL), Bytes.of((byte) 1));
    byte[] bytes = CALLS.encode(call);

    JsonNode told = new ValueToJson(CHAIN, 42).json(type,
        new DynamicCodec(CHAIN, type).decode(bytes).trusted());
    Encoded back = new JsonToValue(CHAIN, new Units("TNT", 18)).encode(type, told);

    assertThat(told).hasToString(json("{'pay':{'to':{'Index':3},'amount':"
        + "'5000000000000000000000000','until':null,'notes':[4294967295],'memo':'0x01'}}")
        .toString());
    assertThat(back).isEqualTo(new Encoded.Value(Bytes.wrap(bytes)));
  }

  @Test
  void a_call_may_be_its_bytes() {
    int type = java.util.Objects.requireNonNull(CHAIN.pallet("Shop").orElseThrow().calls());
    var reader = new JsonToValue(CHAIN, new Units("TNT", 18));
    byte[] bytes = CALLS.encode(new Pay(new MultiAddress.Index(3), Balance.of(1), 1L, List.of(),
        Bytes.EMPTY));

    assertThat(reader.encode(type, json("'" + Bytes.wrap(bytes) + "'")))
        .isEqualTo(new Encoded.Value(Bytes.wrap(bytes)));
    assertThat(reader.encode(type, json("'0x0412'"))).isInstanceOf(Encoded.Misfit.class);
  }
}

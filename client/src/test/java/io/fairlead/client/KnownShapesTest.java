package io.fairlead.client;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.MetadataWriter;
import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownShapesTest {

  private record Remark(long words) implements Call {
    @Override
    public String pallet() {
      return "Talk";
    }
  }

  private static EnumCodec<Remark> calls(int index, Codec<Long> words) {
    return Codecs.enumOf("talk::Call", List.of(), variant(index, "remark", Remark.class,
        Fields.of(Remark::new, field("words", Remark::words, words, "u64"))));
  }

  private static Metadata chainWith(EnumCodec<Remark> calls) {
    var pallet =
        new PalletDeclaration("Talk", null, List.of(), calls, null, null, List.of());
    return MetadataWriter.v15(new RuntimeDeclaration("talk_runtime",
        List.of(new RuntimeDeclaration.IndexedPallet(9, pallet)), List.of(), List.of()));
  }

  private static List<PalletTypes> knowing(EnumCodec<Remark> calls) {
    return List.of(new PalletTypes("Talk", calls, null));
  }

  @Test
  void a_chain_with_our_shapes_is_accepted() {
    assertThatCode(() -> KnownShapes.check(chainWith(calls(3, Codecs.U64)),
        knowing(calls(3, Codecs.U64)), "talk")).doesNotThrowAnyException();
  }

  @Test
  void another_field_is_named_with_pallet_and_call() {
    assertThatThrownBy(() -> KnownShapes.check(chainWith(calls(3, Codecs.COMPACT_U64)),
        knowing(calls(3, Codecs.U64)), "talk"))
        .isInstanceOfSatisfying(RpcFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(RpcFailure.Kind.UNEXPECTED))
        .hasMessage("the chain talk has other types than this program: "
            + "Talk.remark.words: expected u64, the chain has Compact<u64>");
  }

  @Test
  void another_index_of_a_call_is_a_difference() {
    assertThat(KnownShapes.differences(chainWith(calls(4, Codecs.U64)),
        knowing(calls(3, Codecs.U64)))).hasSize(1);
  }
}

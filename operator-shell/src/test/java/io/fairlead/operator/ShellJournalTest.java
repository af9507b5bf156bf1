package io.fairlead.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import java.io.NotSerializableException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored forms. A line of {@code forms} is a promise: it never changes, new forms are added.
 */
class ShellJournalTest {
  private static final CallKey KEY = new CallKey(1, 2);
  private static final JobOrder ORDER =
      new JobOrder(KEY, 3, 4, List.of(new Field.Uint8(5)));
  private static final ChainPoint AT = new ChainPoint(6, new Hash(7, 0, 0, 0));
  private static final OperatorView VIEW =
      new OperatorView(new AccountId(8, 0, 0, 0), new TreeMap<>(Map.of(1L, 3L)));
  private static final String ORDER_HEX =
      "010000000000000002000000000000000300000000000000" + "04" + "040205";
  private static final String AT_HEX = "0600000000000000" + "0000000000000007" + "0".repeat(48);
  private static final String VIEW_HEX = "0000000000000008" + "0".repeat(48) + "04"
      + "0100000000000000" + "0300000000000000";
  private final ShellJournal journal = new ShellJournal();

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("job-received/1", new JobCallEvent.JobReceived(ORDER), ORDER_HEX),
        Arguments.of("attempt-failed/1", new JobCallEvent.AttemptFailed("ab"), "086162"),
        Arguments.of("result-ready/1",
            new JobCallEvent.ResultReady(List.of(new Field.Bool(true)), 9),
            "0401010900000000000000"),
        Arguments.of("result-signed/1",
            new JobCallEvent.ResultSigned(new SignedResult(Bytes.of((byte) 1), 2, 3)),
            "040102000000000000000300000000000000"),
        Arguments.of("answer-signed/1",
            new JobCallEvent.AnswerSigned(List.of(new Field.Bool(true)), 9,
                new SignedResult(Bytes.of((byte) 1), 2, 3)),
            "0401010900000000000000" + "040102000000000000000300000000000000"),
        Arguments.of("signature-expired/1", new JobCallEvent.SignatureExpired(2),
            "0200000000000000"),
        Arguments.of("result-finalized/1", new JobCallEvent.ResultFinalized(3),
            "0300000000000000"),
        Arguments.of("call-given-up/1", new JobCallEvent.CallGivenUp("a"), "0461"),
        Arguments.of("shell-began/1",
            new DeskEvent.ShellBegan(new Hash(1, 0, 0, 0), AT, VIEW, List.of(ORDER)),
            "0000000000000001" + "0".repeat(48) + AT_HEX + VIEW_HEX + "04" + ORDER_HEX),
        Arguments.of("block-followed/1",
            new DeskEvent.BlockFollowed(AT, VIEW, List.of(ORDER), List.of(KEY)),
            AT_HEX + VIEW_HEX + "04" + ORDER_HEX + "04" + "01000000000000000200000000000000"),
        Arguments.of("call-closed/1", new DeskEvent.CallClosed(KEY),
            "01000000000000000200000000000000"),
        Arguments.of("desk-fresh/1", new DeskState.Fresh(), ""),
        Arguments.of("desk-at-work/1",
            new DeskState.AtWork(new Hash(1, 0, 0, 0), AT, VIEW,
                new TreeMap<>(Map.of(KEY, ORDER))),
            "0000000000000001" + "0".repeat(48) + AT_HEX + VIEW_HEX + "04" + ORDER_HEX));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void an_event_has_the_form_that_was_promised(String manifest, Object event, String hex)
      throws NotSerializableException {
    assertThat(journal.manifest(event)).isEqualTo(manifest);
    assertThat(Hex.of(journal.toBinary(event))).isEqualTo("0x" + hex);
    assertThat(journal.fromBinary(Hex.bytes("0x" + hex), manifest)).isEqualTo(event);
  }

  @Test
  void a_form_of_a_later_version_is_named() {
    assertThatThrownBy(() -> journal.fromBinary(new byte[0], "job-received/9"))
        .isInstanceOf(NotSerializableException.class).hasMessageContaining("job-received/9");
  }
}

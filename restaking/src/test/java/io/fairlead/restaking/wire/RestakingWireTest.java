package io.fairlead.restaking.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.RestakingStorage;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors encoded by the reference chain's own types. */
class RestakingWireTest {
  private static final String ALICE_HEX =
      "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
  private static final String BOB_HEX =
      "8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48";
  private static final AccountId ALICE = AccountId.hex("0x" + ALICE_HEX);
  private static final AccountId BOB = AccountId.hex("0x" + BOB_HEX);
  private static final String PREFIX = "f1c921a672a50d3438fd1b16e1418441";

  static List<Arguments> calls() {
    return List.of(
        Arguments.of(new RestakingCall.JoinOperators(Balance.of(100)),
            "0064000000000000000000000000000000"),
        Arguments.of(new RestakingCall.Deposit(Asset.custom(4), Balance.of(200), null, null),
            "0a0004000000000000000000000000000000c80000000000000000000000000000000000"),
        Arguments.of(
            new RestakingCall.Deposit(Asset.NATIVE, Balance.UNIT, null, LockMultiplier.SIX_MONTHS),
            "0a0000000000000000000000000000000000000064a7b3b6e00d0000000000000000000106"),
        Arguments.of(
            new RestakingCall.Deposit(new Asset.Erc20(EvmAddress.hex("0x" + "23".repeat(20))),
                Balance.of(100), EvmAddress.hex("0x" + "11".repeat(20)), null),
            "0a01" + "23".repeat(20) + "64000000000000000000000000000000" + "01"
                + "11".repeat(20) + "00"),
        Arguments.of(
            new RestakingCall.Delegate(ALICE, Asset.custom(4), Balance.of(100),
                BlueprintSelection.ALL),
            "0e" + ALICE_HEX + "0004000000000000000000000000000000"
                + "64000000000000000000000000000000" + "01"),
        Arguments.of(
            new RestakingCall.Delegate(ALICE, Asset.custom(4), Balance.of(100),
                BlueprintSelection.fixed(1L)),
            "0e" + ALICE_HEX + "0004000000000000000000000000000000"
                + "64000000000000000000000000000000" + "00040100000000000000"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void calls_are_written_and_read_as_on_chain(RestakingCall call, String hex) {
    byte[] bytes = Hex.bytes("0x" + hex);

    assertThat(RestakingCall.CODEC.encode(call)).isEqualTo(bytes);
    assertThat(RestakingCall.CODEC.size(call)).isEqualTo(bytes.length);
    assertThat(RestakingCall.CODEC.decode(bytes)).isEqualTo(new Decoded.Value<>(call));
  }

  @Test
  void an_operator_is_written_as_on_chain() {
    var record = new OperatorMetadata(Balance.of(10_000), 1, null,
        List.of(new DelegatorBond(BOB, Balance.of(100), Asset.custom(4))), OperatorStatus.ACTIVE,
        List.of());

    assertThat(Hex.of(OperatorMetadata.CODEC.encode(record)))
        .isEqualTo("0x10270000000000000000000000000000" + "01000000" + "00" + "04" + BOB_HEX
            + "64000000000000000000000000000000" + "0004000000000000000000000000000000" + "00"
            + "00");
  }

  @Test
  void keys_are_those_of_the_chain() {
    var storage = new RestakingStorage(new Store());
    String hashed = "de1e86a9a8c739864cf3cc5ec2bea59f" + ALICE_HEX;

    assertThat(Hex.of(storage.operators().storageKey(ALICE)))
        .isEqualTo("0x" + PREFIX + "34a0a3fbf14e6c92456ca7bd91d59a57" + hashed);
    assertThat(Hex.of(storage.atStake().storageKey(2L, ALICE)))
        .isEqualTo("0x" + PREFIX + "f2ea452256cacfadf13b115a94c4029c"
            + "754faa9acf0378f8c3543d9f132d85bc02000000" + hashed);
    assertThat(Hex.of(storage.currentRound().prefix()))
        .isEqualTo("0x" + PREFIX + "b8900c2947ff05ef4e7b23137facb7ad");
    assertThat(Hex.of(storage.delegators().storageKey(ALICE)))
        .isEqualTo("0x" + PREFIX + "e1c5df6d2773f08c7b6b1b6d0139c22a" + hashed);
  }

  @ParameterizedTest
  @MethodSource("lockBytes")
  void a_lock_multiplier_is_its_factor_and_nothing_between(int tag, boolean valid) {
    var decoded = LockMultiplier.CODEC.decode(new byte[] {(byte) tag});

    assertThat(decoded instanceof Decoded.Value).isEqualTo(valid);
  }

  static List<Arguments> lockBytes() {
    return List.of(Arguments.of(0, false), Arguments.of(1, true), Arguments.of(2, true),
        Arguments.of(3, true), Arguments.of(4, false), Arguments.of(5, false),
        Arguments.of(6, true), Arguments.of(7, false));
  }

  @Test
  void errors_and_events_have_the_chains_names_and_places() {
    assertThat(RestakingError.values()).hasSize(57);
    assertThat(RestakingError.NO_MATCHING_WITHDRAW_REQUEST.chainName())
        .isEqualTo("NoMatchingwithdrawRequest");
    assertThat(RestakingError.ERC20_TRANSFER_FAILED.index()).isEqualTo(47);
    assertThat(RestakingError.NOT_NOMINATOR.index()).isEqualTo(56);
    assertThat(RestakingEvent.CODEC.shape().cases()).hasSize(26);
    assertThat(RestakingEvent.CODEC.encode(new RestakingEvent.EvmReverted(EvmAddress.ZERO,
        EvmAddress.ZERO, Bytes.hex("0x0102"), Bytes.EMPTY))).startsWith(21).endsWith(8, 1, 2, 0);
  }

  @Test
  void mutated_calls_and_records_are_values_or_malformed() {
    var delegator = DelegatorMetadata.EMPTY
        .withDeposit(Asset.NATIVE,
            new Deposit(Balance.UNIT, Balance.ZERO,
                List.of(new LockInfo(Balance.UNIT, LockMultiplier.ONE_MONTH, 5))))
        .withDelegations(List.of(new BondInfoDelegator(ALICE, Balance.UNIT, Asset.NATIVE,
            BlueprintSelection.fixed(1L, 2L), true)));
    var random = new SplittableRandom(3);

    for (Arguments sample : calls()) {
      mutate(RestakingCall.CODEC,
          RestakingCall.CODEC.encode((RestakingCall) sample.get()[0]), 20_000, random);
    }
    mutate(DelegatorMetadata.CODEC, DelegatorMetadata.CODEC.encode(delegator), 20_000, random);
  }

  private static <T> void mutate(Codec<T> codec, byte[] good, int times, SplittableRandom random) {
    for (int i = 0; i < times; i++) {
      byte[] bad = Arrays.copyOf(good, Math.max(0, good.length + random.nextInt(-3, 4)));
      for (int flips = random.nextInt(4); flips > 0 && bad.length > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      if (codec.decode(bad) instanceof Decoded.Value<T>(T value)) {
        assertThat(codec.decode(codec.encode(value))).isEqualTo(new Decoded.Value<>(value));
      }
    }
  }
}

package io.fairlead.runtime.payment;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.GOLD;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.system.PerDispatchClass;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
  private static final long BYTES = 143;
  private static final Balance TNT = Balance.tnt(1);
  private static final Call TRANSFER = new BalancesCall.TransferKeepAlive(id(BOB), TNT);
  private static final Map<String, Call> CALLS = Map.ofEntries(
      Map.entry("System.remark", new SystemCall.Remark(Bytes.utf8("hello"))),
      Map.entry("System.remark_with_event", new SystemCall.RemarkWithEvent(Bytes.utf8("hello"))),
      Map.entry("Timestamp.set", new TimestampCall.Set(1)),
      Map.entry("Sudo.sudo", new SudoCall.Sudo(TRANSFER)),
      Map.entry("Sudo.sudo_as", new SudoCall.SudoAs(id(BOB), TRANSFER)),
      Map.entry("Assets.force_create", new AssetsCall.ForceCreate(GOLD, id(BOB), true, TNT)),
      Map.entry("Assets.mint", new AssetsCall.Mint(GOLD, id(BOB), TNT)),
      Map.entry("Assets.transfer", new AssetsCall.Transfer(GOLD, id(BOB), TNT)),
      Map.entry("Balances.transfer_allow_death",
          new BalancesCall.TransferAllowDeath(id(BOB), TNT)),
      Map.entry("Balances.force_transfer",
          new BalancesCall.ForceTransfer(id(BOB), id(ALICE), TNT)),
      Map.entry("Balances.transfer_keep_alive", TRANSFER),
      Map.entry("Balances.transfer_all", new BalancesCall.TransferAll(id(BOB), true)));

  private final BaseWorld world = BaseWorld.usual();

  /** Weight in picoseconds and bytes, fee in planck of an extrinsic of 143 bytes. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      System.remark,                  1139679,    0, 143000000108213679
      System.remark_with_event,       2569370,    0, 143000000109643370
      Timestamp.set,                158684000, 1493, 143000000265758000
      Sudo.sudo,                    198888000, 5110, 143000000305962000
      Sudo.sudo_as,                 199162000, 5110, 143000000306236000
      Assets.force_create,          136624000, 3675, 143000000243698000
      Assets.mint,                  273273000, 3675, 143000000380347000
      Assets.transfer,              544794000, 6208, 143000000651868000
      Balances.transfer_allow_death, 173363000, 3593, 143000000280437000
      Balances.force_transfer,      299944000, 6196, 143000000407018000
      Balances.transfer_keep_alive, 163159000, 3593, 143000000270233000
      Balances.transfer_all,        172385000, 3593, 143000000279459000
      """)
  void each_call_has_its_weight_and_fee(String name, long refTime, long proofSize, String fee) {
    DispatchInfo info = world.info(CALLS.get(name));

    assertThat(info.weight()).isEqualTo(Weight.of(refTime, proofSize));
    assertThat(world.payment.fee(BYTES, info.weight(), true, Balance.ZERO))
        .isEqualTo(Balance.parse(fee));
    assertThat(world.payment.queryInfo(info, BYTES, true)).isEqualTo(
        new DispatchFee(info.weight(), info.dispatchClass(), Balance.parse(fee)));
    assertThat(world.payment.queryFeeDetails(info, BYTES, true).finalFee())
        .isEqualTo(Balance.parse(fee));
  }

  @Test
  void the_fee_of_a_long_or_heavy_extrinsic_is_the_sum_of_its_parts() {
    long bytes = 8_000_000;
    Weight heavy = Weight.of(-1, 0);

    FeeDetails details = world.payment.details(bytes, heavy, true, TNT);

    assertThat(details.inclusionFee()).isEqualTo(new FeeDetails.InclusionFee(
        Balance.of(107_074_000), Balance.tnt(8_000), Balance.of(2_000_000_000_000L)));
    assertThat(world.payment.fee(bytes, heavy, true, TNT)).isEqualTo(details.finalFee());
    assertThat(world.payment.fee(bytes, heavy, false, TNT)).isEqualTo(TNT);
    assertThat(PaymentPallet.weightToFee(heavy)).isEqualTo(Balance.of(2_000_000_000_000L));
    assertThat(PaymentPallet.lengthToFee(3)).isEqualTo(Balance.of(3_000_000_000_000_000L));
  }

  @Test
  void the_multiplier_scales_the_weight_part_only_and_rounds_down() {
    world.paymentStorage.nextFeeMultiplier
        .put(new Multiplier(Balance.of(999_997_500_000_000_000L)));
    assertThat(world.payment.fee(0, Weight.of(163_159_001, 0), true, Balance.ZERO))
        .isEqualTo(Balance.of(107_074_000 + 163_158_593));

    world.paymentStorage.nextFeeMultiplier.put(new Multiplier(Balance.tnt(30)));
    assertThat(world.payment.fee(0, Weight.of(163_159_001, 0), true, Balance.ZERO))
        .isEqualTo(Balance.of(107_074_000 + 30 * 163_159_001L));
  }

  @Test
  void an_unsigned_extrinsic_costs_nothing() {
    DispatchInfo info = world.info(CALLS.get("Timestamp.set"));

    assertThat(world.payment.queryInfo(info, BYTES, false).partialFee()).isEqualTo(Balance.ZERO);
    assertThat(Hex.of(FeeDetails.CODEC.encode(world.payment.queryFeeDetails(info, BYTES, false))))
        .isEqualTo("0x00" + "00".repeat(16));
  }

  @Test
  void answers_are_written_as_clients_read_them() {
    assertThat(Hex.of(DispatchFee.CODEC.encode(
        new DispatchFee(Weight.of(8, 0), DispatchClass.NORMAL, Balance.of(12_345)))))
        .isEqualTo("0x20000039300000000000000000000000000000");
    assertThat(Hex.of(world.paymentStorage.nextFeeMultiplier.prefix()))
        .isEqualTo("0x3f1467a096bcd71a5b6a0c8155e208103f2edf3bdf381debe331ab7446addfdc");
  }

  @Test
  void four_fifths_go_to_the_treasury_and_the_rest_is_burnt() {
    DispatchInfo info = world.info(TRANSFER);
    Balance tip = Balance.of(1_001);
    Balance fee = world.payment.fee(BYTES, info.weight(), true, tip);
    Balance issuance = world.ledger.totalIssuance();

    assertThat(world.ledger.withdraw(ALICE, fee)).isTrue();
    world.payment.settle(ALICE, info, PostDispatch.AS_DECLARED, BYTES, tip, fee);

    Balance share = Balance.of(143_000_000_270_233_000L).mulDivFloor(80, 100);
    assertThat(world.events()).containsExactly(new BalancesEvent.Withdraw(ALICE, fee),
        new BalancesEvent.Deposit(PaymentPallet.TREASURY, share),
        new SystemEvent.NewAccount(PaymentPallet.TREASURY),
        new BalancesEvent.Endowed(PaymentPallet.TREASURY, share),
        new PaymentEvent.TransactionFeePaid(ALICE, fee, tip));
    assertThat(world.free(ALICE)).isEqualTo(Balance.tnt(1_000).minus(fee));
    assertThat(world.ledger.totalIssuance()).isEqualTo(issuance.minus(fee).plus(share));
    assertThat(world.sumOfAccounts()).isEqualTo(world.ledger.totalIssuance());
  }

  @Test
  void weight_that_was_not_used_is_paid_back_before_the_treasury_gets_its_part() {
    DispatchInfo info = world.info(TRANSFER);
    world.ledger.endow(PaymentPallet.TREASURY, TNT);
    Balance fee = world.payment.fee(BYTES, info.weight(), true, Balance.ZERO);
    world.ledger.withdraw(ALICE, fee);
    world.next();

    world.payment.settle(ALICE, info, new PostDispatch(Weight.of(63_159_000, 9_999), true), BYTES,
        Balance.ZERO, fee);

    Balance actual = fee.minus(Balance.of(100_000_000));
    assertThat(world.events()).containsExactly(
        new BalancesEvent.Deposit(ALICE, Balance.of(100_000_000)),
        new BalancesEvent.Deposit(PaymentPallet.TREASURY, actual.mulDivFloor(80, 100)),
        new PaymentEvent.TransactionFeePaid(ALICE, actual, Balance.ZERO));
  }

  @Test
  void a_free_call_pays_only_the_tip_and_the_treasury_gets_nothing() {
    DispatchInfo info = world.info(TRANSFER);
    Balance tip = Balance.of(7);
    Balance fee = world.payment.fee(BYTES, info.weight(), true, tip);
    world.ledger.withdraw(ALICE, fee);
    world.next();

    world.payment.settle(ALICE, info, PostDispatch.FREE, BYTES, tip, fee);

    assertThat(world.events()).containsExactly(new BalancesEvent.Deposit(ALICE, fee.minus(tip)),
        new PaymentEvent.TransactionFeePaid(ALICE, tip, tip));
  }

  @Test
  void who_is_gone_gets_no_refund_and_a_treasury_that_is_not_there_no_dust() {
    DispatchInfo info = world.info(TRANSFER);
    Balance fee = Balance.of(1_000_000_000);
    world.ledger.withdraw(ALICE, fee);
    world.accounts.storeData(ALICE, null);
    Balance issuance = world.ledger.totalIssuance();
    world.next();

    world.payment.settle(ALICE, info, PostDispatch.FREE, BYTES, Balance.ZERO, fee);

    assertThat(world.events())
        .containsExactly(new PaymentEvent.TransactionFeePaid(ALICE, Balance.ZERO, Balance.ZERO));
    assertThat(world.ledger.totalIssuance()).isEqualTo(issuance.minus(fee));
  }

  /**
   * Time and proof size of the normal calls of a block, multiplier before and after. Computed
   * independently with exact fractions, each product rounded down to 18 decimals.
   */
  @ParameterizedTest
  @CsvSource(textBlock = """
      0,             0,     1000000000000000000, 999997500003125000
      0,             5000,  1000000000000000000, 999997500003125000
      375000000000,  5000,  1000000000000000000, 1000000000000000000
      1500000000000, 5000,  1000000000000000000, 1000007500028125000
      2000000000000, 5000,  1000000000000000000, 1000007500028125000
      750000000000,  5000,  123456789000000000,  123457097642358302
      0,             5000,  1000000000,          1000000000
      0,             5000,  1,                   1000000000
      0,             0,     1000000000,          1000000000
      0,             0,     1,                   1000000000
      """)
  void the_multiplier_follows_the_fullness_of_the_block(long used, long proof, long before,
      long after) {
    world.systemStorage.blockWeight
        .put(new PerDispatchClass<>(Weight.of(used, proof), Weight.of(9, 9), Weight.ZERO));
    world.paymentStorage.nextFeeMultiplier.put(new Multiplier(Balance.of(before)));

    world.payment.onFinalize(1);

    assertThat(world.paymentStorage.nextFeeMultiplier.get())
        .isEqualTo(new Multiplier(Balance.of(after)));
  }

  @Test
  void priority_is_the_tip_times_the_number_that_fits_into_a_block() {
    DispatchInfo normal = world.info(TRANSFER);
    long perBlock = 2_000_000_000_000L / 163_159_000;

    assertThat(PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, normal, BYTES, Balance.ZERO, TNT))
        .isEqualTo(perBlock);
    assertThat(PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, normal, BYTES, Balance.of(9), TNT))
        .isEqualTo(10 * perBlock);
    assertThat(
        PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, normal, 6_291_456 / 2, Balance.ZERO, TNT))
        .isEqualTo(2);
    assertThat(PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, normal, BYTES, Balance.MAX, TNT))
        .isEqualTo(-1);

    var operational = new DispatchInfo(normal.weight(), DispatchClass.OPERATIONAL, true);
    assertThat(PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, operational, BYTES, Balance.ZERO,
        Balance.of(1_000)))
        .isEqualTo(perBlock + 5_000 * perBlock);
    assertThat(PaymentPallet.priority(SystemPallet.BLOCK_LENGTH, DispatchInfo.normal(Weight.ZERO),
        1, Balance.ZERO, TNT))
        .isEqualTo(6_291_456);
  }

  @Test
  void the_form_of_the_storage_is_the_second() {
    assertThat(List.of(world.paymentStorage.storageVersion.get()))
        .containsExactly(PaymentStorage.Release.V2);
  }
}

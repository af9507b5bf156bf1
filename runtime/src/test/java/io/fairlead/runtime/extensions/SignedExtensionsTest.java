package io.fairlead.runtime.extensions;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.GOLD;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.engine.Validity.Kind;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.MetadataHashMode;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedExtensionsTest {
  private static final long BYTES = 143;
  private static final long BLOCK = 43;
  private static final Balance FEE = Balance.of(143_000_000_270_233_000L);

  private final BaseWorld world = BaseWorld.usual();
  private final DispatchInfo transfer =
      world.info(new BalancesCall.TransferKeepAlive(id(BOB), Balance.of(1)));

  private static SignedExtra nonce(long nonce) {
    return SignedExtra.of(Era.mortal(64, 42), nonce);
  }

  private Validity validate(AccountId who, SignedExtra extra, DispatchInfo info, long bytes) {
    var before = world.store.pairs();
    Validity validity = world.extensions.validate(who, extra, info, bytes, BLOCK);
    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.events()).isEmpty();
    return validity;
  }

  private Admission admit(AccountId who, SignedExtra extra, DispatchInfo info, long bytes) {
    return world.extensions.preDispatch(who, extra, info, bytes);
  }

  private void refused(AccountId who, SignedExtra extra, DispatchInfo info, long bytes,
      Validity.Unfit reason) {
    assertThat(validate(who, extra, info, bytes)).isEqualTo(reason);
    int mark = world.store.mark();
    assertThat(admit(who, extra, info, bytes)).isEqualTo(new Admission.Refused(reason));
    world.store.rollback(mark);
  }

  private static Validity.Invalid invalid(Kind kind) {
    return new Validity.Invalid(kind);
  }

  private static Bytes tag(String account, String nonce) {
    return Bytes.hex(account + nonce);
  }

  @Test
  void the_next_nonce_is_valid_until_its_era_ends() {
    assertThat(validate(ALICE, nonce(0), transfer, BYTES)).isEqualTo(new Validity.Valid(12_257,
        List.of(), List.of(tag(ALICE.toString(), "00000000")), 63, true));
    assertThat(validate(ALICE, SignedExtra.of(Era.IMMORTAL, 0), transfer, BYTES)).isEqualTo(
        new Validity.Valid(12_257, List.of(), List.of(tag(ALICE.toString(), "00000000")),
            -1 - BLOCK, true));
  }

  @Test
  void a_later_nonce_requires_the_one_before() {
    assertThat(validate(ALICE, nonce(258), transfer, BYTES)).isEqualTo(new Validity.Valid(12_257,
        List.of(tag(ALICE.toString(), "01010000")), List.of(tag(ALICE.toString(), "02010000")),
        63, true));
    assertThat(admit(ALICE, nonce(258), transfer, BYTES))
        .isEqualTo(new Admission.Refused(invalid(Kind.FUTURE)));
  }

  @Test
  void a_used_nonce_is_stale() {
    assertThat(admit(ALICE, nonce(0), transfer, BYTES)).isEqualTo(new Admission.Admitted(FEE));
    assertThat(world.accounts.get(ALICE).nonce()).isEqualTo(1);
    world.next();

    refused(ALICE, nonce(0), transfer, BYTES, invalid(Kind.STALE));
  }

  @Test
  void nobody_and_who_cannot_pay_are_refused() {
    refused(AccountId.ZERO, nonce(0), transfer, BYTES, invalid(Kind.BAD_SIGNER));
    refused(CHARLIE, nonce(0), transfer, BYTES, invalid(Kind.PAYMENT));
    world.set(BOB, data -> data.withFree(FEE.plus(Balance.of(9_999_999_999L))));
    refused(BOB, nonce(0), transfer, BYTES, invalid(Kind.PAYMENT));
    world.set(BOB, data -> data.withFree(FEE.plus(Ledger.EXISTENTIAL_DEPOSIT)));
    assertThat(validate(BOB, nonce(0), transfer, BYTES)).isInstanceOf(Validity.Valid.class);
    world.set(BOB, data -> new AccountData(Balance.tnt(1), Balance.ZERO, Balance.tnt(1),
        data.flags()));
    refused(BOB, nonce(0), transfer, BYTES, invalid(Kind.PAYMENT));
  }

  @Test
  void who_lives_by_an_asset_has_a_nonce_but_no_money() {
    world.done(Origin.signed(ALICE),
        new AssetsCall.Mint(GOLD, id(CHARLIE), Balance.of(10)));
    world.next();

    refused(CHARLIE, nonce(0), transfer, BYTES, invalid(Kind.PAYMENT));
    var free = new DispatchInfo(transfer.weight(), DispatchClass.NORMAL, false);
    assertThat(admit(CHARLIE, nonce(0), free, BYTES))
        .isEqualTo(new Admission.Admitted(Balance.ZERO));
  }

  @Test
  void a_tip_beyond_the_money_is_refused_and_another_raises_priority() {
    var tipped = new SignedExtra(Era.IMMORTAL, 0, Balance.of(1), MetadataHashMode.DISABLED);
    var generous = new SignedExtra(Era.IMMORTAL, 0, Balance.MAX, MetadataHashMode.DISABLED);

    assertThat(((Validity.Valid) validate(ALICE, tipped, transfer, BYTES)).priority())
        .isEqualTo(2 * 12_257);
    refused(ALICE, generous, transfer, BYTES, invalid(Kind.PAYMENT));
  }

  @Test
  void nobody_can_have_signed_the_hash_of_the_metadata() {
    var enabled = new SignedExtra(Era.IMMORTAL, 0, Balance.ZERO, MetadataHashMode.ENABLED);

    refused(ALICE, enabled, transfer, BYTES, new Validity.Unknown(0));
  }

  @Test
  void what_never_fits_into_a_block_exhausts_its_resources() {
    Validity.Unfit exhausted = invalid(Kind.EXHAUSTS_RESOURCES);
    refused(ALICE, nonce(0), transfer, 6_291_457, exhausted);
    refused(ALICE, nonce(0), DispatchInfo.normal(Weight.of(1_299_892_926_001L, 0)), BYTES,
        exhausted);
    refused(ALICE, nonce(0), DispatchInfo.normal(Weight.of(0, -1)), BYTES, exhausted);
    assertThat(validate(ALICE, nonce(0), DispatchInfo.normal(Weight.of(1_299_892_926_000L, 0)),
        BYTES)).isInstanceOf(Validity.Valid.class);
  }

  @Test
  void a_full_block_takes_no_more_normal_calls_but_operational_ones() {
    var half = DispatchInfo.normal(Weight.of(750_000_000_000L - 107_074_000, 0));
    world.ledger.endow(ALICE, Balance.tnt(1_000_000));
    admit(ALICE, nonce(0), half, BYTES);
    admit(ALICE, nonce(1), half, BYTES);

    int mark = world.store.mark();
    assertThat(admit(ALICE, nonce(2), transfer, BYTES))
        .isEqualTo(new Admission.Refused(invalid(Kind.EXHAUSTS_RESOURCES)));
    world.store.rollback(mark);
    var operational = new DispatchInfo(transfer.weight(), DispatchClass.OPERATIONAL, true);
    assertThat(admit(ALICE, nonce(2), operational, BYTES))
        .isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void the_reserved_share_of_a_full_block_is_for_operational_calls() {
    var mandatory = new DispatchInfo(Weight.of(2_000_000_000_000L, 0), DispatchClass.MANDATORY,
        false);
    var operational = new DispatchInfo(Weight.of(499_000_000_000L, 0),
        DispatchClass.OPERATIONAL, false);
    assertThat(admit(ALICE, nonce(0), mandatory, BYTES)).isInstanceOf(Admission.Admitted.class);

    int mark = world.store.mark();
    assertThat(admit(ALICE, nonce(1), transfer, BYTES)).isInstanceOf(Admission.Refused.class);
    world.store.rollback(mark);
    assertThat(admit(ALICE, nonce(1), operational, BYTES))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(admit(ALICE, nonce(2), operational, BYTES)).isInstanceOf(Admission.Refused.class);
  }

  @Test
  void bytes_add_up_in_a_block() {
    world.ledger.endow(ALICE, Balance.tnt(1_000_000));
    assertThat(admit(ALICE, nonce(0), transfer, 6_291_456 - 142))
        .isInstanceOf(Admission.Admitted.class);
    assertThat(world.systemStorage.allExtrinsicsLen.get()).isEqualTo(6_291_456 - 142);

    assertThat(admit(ALICE, nonce(1), transfer, BYTES))
        .isEqualTo(new Admission.Refused(invalid(Kind.EXHAUSTS_RESOURCES)));
  }

  @Test
  void after_dispatch_unused_weight_and_money_come_back() {
    admit(ALICE, nonce(0), transfer, BYTES);
    assertThat(world.events()).containsExactly(new BalancesEvent.Withdraw(ALICE, FEE));
    assertThat(world.systemStorage.blockWeight.get().normal())
        .isEqualTo(Weight.of(163_159_000 + 107_074_000, 3_593));

    world.extensions.postDispatch(ALICE, nonce(0), transfer,
        new PostDispatch(Weight.of(159_000, 3_000), true), BYTES, FEE);

    assertThat(world.systemStorage.blockWeight.get().normal())
        .isEqualTo(Weight.of(159_000 + 107_074_000, 3_000));
    assertThat(world.free(ALICE))
        .isEqualTo(Balance.tnt(1_000).minus(FEE).plus(Balance.of(163_000_000)));
    assertThat(world.sumOfAccounts()).isEqualTo(world.ledger.totalIssuance());
  }
}

package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.ExtrinsicChecker.Checked;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.substrate.extrinsic.AdditionalSigned;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.extrinsic.MetadataHashMode;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtrinsicRefusalTest {
  private static final AccountId ALICE = DevChain.account(DevChain.ALICE);
  private static final Call TRANSFER = new BalancesCall.TransferKeepAlive(
      MultiAddress.of(DevChain.account(DevChain.BOB)), Balance.UNIT);

  private final DevChain chain = new DevChain(Rules.REPAIRED);

  private static Checked bad(Validity.Kind kind) {
    return new Checked.Bad(new Validity.Invalid(kind));
  }

  private Bytes signedWith(AdditionalSigned additional, SignedExtra extra) {
    return Bytes.wrap(chain.types.extrinsics()
        .encode(chain.types.extrinsics().sign(DevChain.ALICE, TRANSFER, extra, additional)));
  }

  @Test
  void another_genesis_spec_or_transaction_version_is_a_bad_proof() {
    var extra = SignedExtra.of(Era.IMMORTAL, 0);
    var other = new Hash(9, 9, 9, 9);

    for (var additional : List.of(AdditionalSigned.immortal(1403, 1, other),
        AdditionalSigned.immortal(1402, 1, DevChain.GENESIS),
        AdditionalSigned.immortal(1403, 2, DevChain.GENESIS),
        AdditionalSigned.mortal(1403, 1, DevChain.GENESIS, other))) {
      assertThat(chain.check(signedWith(additional, extra)))
          .isEqualTo(bad(Validity.Kind.BAD_PROOF));
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void every_bit_of_a_signature_counts(Scheme scheme) {
    KeyPair key = KeyPair.ofSuri(scheme, "//Alice");
    Bytes good = chain.signed(key, TRANSFER, SignedExtra.of(Era.IMMORTAL, 0));
    int inSignature = 2 + 1 + 33 + 1 + 10;

    byte[] flipped = good.toArray();
    flipped[inSignature] ^= 1;

    assertThat(chain.check(good)).isInstanceOf(Checked.Good.class);
    assertThat(chain.check(Bytes.wrap(flipped))).isEqualTo(bad(Validity.Kind.BAD_PROOF));
  }

  @Test
  void an_era_whose_birth_block_is_unknown_or_over_is_ancient() {
    for (int i = 0; i < 10; i++) {
      chain.block();
    }
    Bytes shortLived =
        chain.signed(DevChain.ALICE, TRANSFER, SignedExtra.of(Era.mortal(4, 8), 0));
    var checked = chain.good(shortLived);
    Bytes ofTheFuture =
        chain.signed(DevChain.ALICE, TRANSFER, SignedExtra.of(Era.mortal(64, 40), 0));

    assertThat(chain.engine.validate(checked)).isInstanceOfSatisfying(Validity.Valid.class,
        valid -> assertThat(valid.longevity()).isEqualTo(1));
    assertThat(chain.check(ofTheFuture)).isEqualTo(bad(Validity.Kind.ANCIENT_BIRTH_BLOCK));
    chain.block();
    chain.begin();
    assertThat(chain.engine.apply(checked)).isEqualTo(
        new Applied.Refused(new Validity.Invalid(Validity.Kind.ANCIENT_BIRTH_BLOCK)));
  }

  @Test
  void a_nonce_is_stale_or_waits_for_those_before_it() {
    chain.block(chain.signed(DevChain.ALICE, TRANSFER));
    var stale = chain.good(
        chain.signed(DevChain.ALICE, TRANSFER, SignedExtra.of(Era.IMMORTAL, 0)));
    var future = chain.good(
        chain.signed(DevChain.ALICE, TRANSFER, SignedExtra.of(Era.IMMORTAL, 3)));

    assertThat(chain.engine.validate(stale))
        .isEqualTo(new Validity.Invalid(Validity.Kind.STALE));
    assertThat(chain.engine.validate(future)).isInstanceOfSatisfying(Validity.Valid.class,
        valid -> assertThat(valid.requires()).containsExactly(tag(2)));
    chain.begin();
    assertThat(chain.engine.apply(future))
        .isEqualTo(new Applied.Refused(new Validity.Invalid(Validity.Kind.FUTURE)));
  }

  private static Bytes tag(int nonce) {
    byte[] tag = Arrays.copyOf(ALICE.bytes(), 36);
    tag[32] = (byte) nonce;
    return Bytes.wrap(tag);
  }

  @Test
  void a_tip_that_nobody_can_pay_and_a_signer_without_money_are_refused_for_payment() {
    var extra = new SignedExtra(Era.IMMORTAL, 0, Balance.tnt(1_000_001),
        MetadataHashMode.DISABLED);
    var poor = KeyPair.ofSuri(Scheme.SR25519, "//Nobody");

    for (Bytes extrinsic : List.of(chain.signed(DevChain.ALICE, TRANSFER, extra),
        chain.signed(poor, TRANSFER))) {
      var checked = chain.good(extrinsic);
      assertThat(chain.engine.validate(checked))
          .isEqualTo(new Validity.Invalid(Validity.Kind.PAYMENT));
      chain.begin();
      assertThat(chain.engine.apply(checked))
          .isEqualTo(new Applied.Refused(new Validity.Invalid(Validity.Kind.PAYMENT)));
      chain.engine.abandon();
      chain.number--;
    }
  }

  @Test
  void a_tip_raises_the_priority() {
    var tipped = new SignedExtra(Era.IMMORTAL, 0, Balance.UNIT, MetadataHashMode.DISABLED);

    var plain = (Validity.Valid) chain.engine
        .validate(chain.good(chain.signed(DevChain.ALICE, TRANSFER)));
    var better = (Validity.Valid) chain.engine
        .validate(chain.good(chain.signed(DevChain.ALICE, TRANSFER, tipped)));

    assertThat(Long.compareUnsigned(better.priority(), plain.priority())).isPositive();
    assertThat(plain.provides()).containsExactly(tag(0)).isEqualTo(better.provides());
  }

  @Test
  void a_signed_metadata_hash_and_other_forms_of_address_cannot_be_looked_up() {
    var cannot =
        new Checked.Bad(new Validity.Unknown(Validity.Unknown.CANNOT_LOOKUP));
    var enabled =
        new SignedExtra(Era.IMMORTAL, 0, Balance.ZERO, MetadataHashMode.ENABLED);
    var signed = chain.types.extrinsics().sign(DevChain.ALICE, TRANSFER,
        SignedExtra.of(Era.IMMORTAL, 0), AdditionalSigned.immortal(1403, 1, DevChain.GENESIS));
    var byIndex = new Extrinsic.Signed<>(new MultiAddress.Index(0), signed.signature(),
        signed.extra(), signed.call());

    assertThat(chain.check(signedWith(
        new AdditionalSigned(1403, 1, DevChain.GENESIS, DevChain.GENESIS, Hash.ZERO), enabled)))
        .isEqualTo(cannot);
    assertThat(chain.check(Bytes.wrap(chain.types.extrinsics().encode(byIndex))))
        .isEqualTo(cannot);
  }

  @Test
  void without_a_signature_only_the_inherent_is_included() {
    var set = chain.good(bare(new TimestampCall.Set(DevChain.START)));
    var remark = chain.good(bare(new SystemCall.Remark(Bytes.utf8("hello"))));

    assertThat(chain.engine.validate(set))
        .isEqualTo(new Validity.Invalid(Validity.Kind.MANDATORY_VALIDATION));
    assertThat(chain.engine.validate(remark))
        .isEqualTo(new Validity.Unknown(Validity.Unknown.NO_UNSIGNED_VALIDATOR));
    chain.begin();
    assertThat(chain.engine.apply(set)).isInstanceOf(Applied.Panicked.class);
  }

  private Bytes bare(Call call) {
    return Bytes.wrap(chain.types.extrinsics().encode(new Extrinsic.Unsigned<>(call)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "0x00", "0x04", "0x0404", "0x0804ff00", "0x08040109",
      "0x1004020000ff", "0x280402000b0068e5cf8b0100", "0x01020304", "0xffffffff"})
  void bytes_that_are_no_extrinsic_are_told_where(String hex) {
    assertThat(chain.check(Bytes.hex(hex))).isInstanceOfSatisfying(Checked.Undecodable.class,
        undecodable -> assertThat(undecodable.reason()).startsWith("at byte "));
  }

  @Test
  void mutated_extrinsics_are_answered_and_never_thrown_at() {
    byte[] good = chain.signed(DevChain.ALICE, TRANSFER).toArray();
    var random = new Random(1);

    for (int i = 0; i < 20_000; i++) {
      byte[] mutated = Arrays.copyOf(good, good.length - random.nextInt(3) * random.nextInt(20));
      mutated[random.nextInt(3)] += (byte) random.nextInt(2);
      int at = random.nextInt(mutated.length);
      // past the signature, so that few of them cost a curve operation
      mutated[at > 35 && at < 101 ? 0 : at] ^= (byte) (1 << random.nextInt(8));
      assertThat(chain.check(Bytes.wrap(mutated))).isNotNull();
    }
  }
}

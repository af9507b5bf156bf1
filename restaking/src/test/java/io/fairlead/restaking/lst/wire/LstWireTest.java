package io.fairlead.restaking.lst.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LstWireTest {
  private static final AccountId WHO = new AccountId(1, 1, 1, 1);

  private static UnbondPool pool(long points) {
    return new UnbondPool(Balance.of(points), Balance.of(2 * points));
  }

  private static SubPools subPools(long... eras) {
    var withEra = new TreeMap<Long, UnbondPool>();
    for (long era : eras) {
      withEra.put(era, pool(era + 1));
    }
    return new SubPools(UnbondPool.NONE, withEra);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3})
  void within_the_window_nothing_loses_its_era(long era) {
    assertThat(subPools(0, 1, 2).merged(era)).isEqualTo(subPools(0, 1, 2));
  }

  @Test
  void what_has_been_ripe_for_four_eras_is_merged() {
    assertThat(subPools(0, 1, 2).merged(4))
        .isEqualTo(subPools(1, 2).withNoEra(pool(1)));
    assertThat(subPools(0, 1, 2).merged(6))
        .isEqualTo(subPools().withNoEra(pool(6)));
    assertThat(subPools(0, 1, 9).merged(5).points()).isEqualTo(Balance.of(13));
  }

  @Test
  void an_era_has_one_entry_of_a_member() {
    PoolMember member = PoolMember.NONE.with(14, new PoolMember.Leaving(1, Balance.of(5)))
        .with(15, new PoolMember.Leaving(2, Balance.of(7)))
        .with(14, new PoolMember.Leaving(2, Balance.of(1)));

    assertThat(member.unbonding()).isEqualTo(Map.of(14L,
        new PoolMember.Leaving(2, Balance.of(1)), 15L,
        new PoolMember.Leaving(2, Balance.of(7))));
    assertThat(member.points()).isEqualTo(Balance.of(8));
    assertThat(Hex.of(PoolMember.CODEC.encode(member))).isEqualTo("0x08" + "0e000000"
        + "02000000" + "01" + "00".repeat(15) + "0f000000" + "02000000" + "07" + "00".repeat(15));
  }

  @Test
  void settings_are_left_set_or_removed() {
    Codec<ConfigOp<Long>> codec = ConfigOp.codec(Codecs.U32);

    assertThat(codec.decode(Hex.bytes("0x00")).trusted().applied(5L)).isEqualTo(5);
    assertThat(codec.decode(Hex.bytes("0x0107000000")).trusted().applied(5L)).isEqualTo(7);
    assertThat(codec.decode(Hex.bytes("0x02")).trusted().applied(5L)).isNull();
    assertThat(codec.decode(Hex.bytes("0x03"))).isInstanceOf(Decoded.Malformed.class);
    assertThat(codec.size(new ConfigOp.Set<>(1L))).isEqualTo(5);
    assertThat(Hex.of(codec.encode(new ConfigOp.Remove<>()))).isEqualTo("0x02");
  }

  @Test
  void a_defect_is_an_error_with_a_detail() {
    assertThat(Defect.POOL_NOT_FOUND.error().index()).isEqualTo(18);
    assertThat(Defect.POOL_NOT_FOUND.error().detail()).isEqualTo(1);
    assertThat(LstError.NO_BALANCE_TO_UNBOND.index()).isEqualTo(32);
  }

  @Test
  void mutated_bytes_never_throw() {
    var call = new LstCall.SetCommission(1,
        new Commission.Current(new Perbill(Perbill.ONE), WHO));
    var pool = new BondedPool(
        new Commission(new Commission.Current(new Perbill(5), WHO), new Perbill(9),
            new ChangeRate(new Perbill(1), 7), 3L, new ClaimedBy.Account(WHO)),
        new PoolRoles(WHO, WHO, null, WHO), PoolState.BLOCKED, new PoolMetadata(null, null));
    var random = new SplittableRandom(52);
    for (int i = 0; i < 5_000; i++) {
      mutate(LstCall.CODEC, LstCall.CODEC.encode(call), random);
      mutate(BondedPool.CODEC, BondedPool.CODEC.encode(pool), random);
      mutate(SubPools.CODEC, SubPools.CODEC.encode(subPools(1, 2, 3)), random);
    }
  }

  private static <T> void mutate(Codec<T> codec, byte[] bytes, SplittableRandom random) {
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    if (codec.decode(bytes) instanceof Decoded.Value<T>(T value)) {
      assertThat(codec.size(value)).isEqualTo(codec.encode(value).length);
    }
  }
}

package io.fairlead.runtime;

import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.GOLD;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BaseCallBytesTest {
  private static final Call TRANSFER =
      new BalancesCall.TransferKeepAlive(id(BOB), Balance.tnt(1));
  private static final List<Call> CALLS = List.of(new SystemCall.Remark(Bytes.utf8("hello")),
      new SystemCall.RemarkWithEvent(Bytes.EMPTY), new TimestampCall.Set(1_700_000_000_000L),
      new SudoCall.Sudo(new SudoCall.SudoAs(id(BOB), TRANSFER)),
      new AssetsCall.ForceCreate(GOLD, id(BOB), true, Balance.of(1)),
      new AssetsCall.Mint(GOLD, id(BOB), Balance.tnt(1)),
      new AssetsCall.Transfer(GOLD, id(BOB), Balance.MAX), TRANSFER,
      new BalancesCall.TransferAllowDeath(id(BOB), Balance.tnt(1)),
      new BalancesCall.ForceTransfer(id(BOB), id(BOB), Balance.ZERO),
      new BalancesCall.TransferAll(id(BOB), true));

  private final RuntimeCalls calls = new BaseWorld().calls;

  @Test
  void every_call_comes_back_from_its_bytes() {
    for (Call call : CALLS) {
      byte[] encoded = calls.encode(call);

      assertThat(calls.decode(encoded)).isEqualTo(new Decoded.Value<>(call));
      assertThat(calls.size(call)).isEqualTo(encoded.length);
    }
  }

  @Property(tries = 20_000)
  void mutated_bytes_are_a_call_or_malformed(@ForAll long seed) {
    var random = new Random(seed);
    byte[] bytes = calls.encode(CALLS.get(random.nextInt(CALLS.size())));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    if (random.nextBoolean()) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
    }

    switch (calls.decode(bytes)) {
      case Decoded.Value<Call>(Call call) -> assertThat(calls.encode(call)).isEqualTo(bytes);
      case Decoded.Malformed<Call> malformed ->
          assertThat(malformed.offset()).isBetween(0, bytes.length);
    }
  }
}

package io.fairlead.node;

import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Output;

/** Signed transfers of the dev chain, put together by hand. */
final class Transfers {
  private static final byte[] BOB =
      Hex.bytes("8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48");
  private static final int TRANSFER_KEEP_ALIVE = 0x0306;

  private final KeyPair key;
  private final Hash genesis;

  Transfers(Scheme scheme, String suri, Hash genesis) {
    key = KeyPair.ofSuri(scheme, suri);
    this.genesis = genesis;
  }

  byte[] account() {
    return key.accountIdBytes();
  }

  /** Immortal, without a tip. */
  Bytes toBob(long nonce, long planck) {
    return toBob(nonce, planck, genesis);
  }

  /** Signed for the chain that begins with {@code forGenesis}. */
  Bytes toBob(long nonce, long planck, Hash forGenesis) {
    var call = new Output(64);
    call.u16(TRANSFER_KEEP_ALIVE);
    call.u8(0);
    call.raw(BOB);
    call.compact(planck);
    var extra = new Output(16);
    extra.u8(0);
    extra.compact(nonce);
    extra.compact(0);
    extra.u8(0);
    var payload = new Output(256);
    payload.raw(call.toBytes());
    payload.raw(extra.toBytes());
    payload.u32(1403);
    payload.u32(1);
    payload.raw(forGenesis.bytes());
    payload.raw(forGenesis.bytes());
    payload.u8(0);
    var inner = new Output(256);
    inner.u8(0x84);
    inner.u8(0);
    inner.raw(account());
    inner.u8(key.scheme().ordinal());
    inner.raw(key.sign(payload.toBytes()));
    inner.raw(extra.toBytes());
    inner.raw(call.toBytes());
    var whole = new Output(256);
    whole.compact(inner.size());
    whole.raw(inner.toBytes());
    return Bytes.wrap(whole.toBytes());
  }
}

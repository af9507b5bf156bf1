package io.fairlead.runtime;

import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.extrinsic.AdditionalSigned;
import io.fairlead.substrate.extrinsic.Era;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.keys.KeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dev chain on an engine, as a node would drive it; block hashes are made up. */
final class DevChain {
  static final KeyPair ALICE = KeyPair.ofSuri(Scheme.SR25519, "//Alice");
  static final KeyPair BOB = KeyPair.ofSuri(Scheme.SR25519, "//Bob");
  static final Hash GENESIS = hashOf(0);
  static final long START = 1_750_000_000_000L;

  final TangleEngines engines;
  final Engine engine;
  final RuntimeTypes types;
  final ExtrinsicChecker checker;
  final Map<Bytes, Bytes> state = new TreeMap<>();
  private final Map<Long, Hash> hashes = new HashMap<>();
  long number;

  DevChain(Rules rules) {
    engines = TangleEngines.dev(rules);
    types = engines.types();
    engine = engines.empty();
    checker = engines.checker(GENESIS);
    List<Store.Change> genesis = engines.genesis();
    engine.restore(genesis);
    note(genesis);
    hashes.put(0L, GENESIS);
  }

  static Hash hashOf(long number) {
    return new Hash(0x11, 0x22, 0x33, number);
  }

  static AccountId account(KeyPair key) {
    return AccountId.of(key.accountIdBytes());
  }

  private void note(List<Store.Change> changes) {
    for (Store.Change change : changes) {
      Bytes value = change.value();
      if (value == null) {
        state.remove(change.key());
      } else {
        state.put(change.key(), value);
      }
    }
  }

  long nonce(AccountId who) {
    var asked = engine.call("AccountNonceApi_account_nonce", Bytes.wrap(who.bytes()));
    byte[] answer = ((io.fairlead.runtime.engine.ApiAnswer.Value) asked).bytes().array();
    return answer[0] & 0xff | (answer[1] & 0xff) << 8;
  }

  /** Signed bytes with everything as it should be, next nonce. */
  Bytes signed(KeyPair key, Call call) {
    return signed(key, call, SignedExtra.of(Era.IMMORTAL, nonce(account(key))));
  }

  Bytes signed(KeyPair key, Call call, SignedExtra extra) {
    long birth = extra.era().birth(number + 1);
    var additional = AdditionalSigned.mortal(1403, 1, GENESIS, hashOf(birth));
    return Bytes.wrap(types.extrinsics().encode(types.extrinsics().sign(key, call, extra,
        additional)));
  }

  ExtrinsicChecker.Checked check(Bytes extrinsic) {
    return checker.check(extrinsic, number, hashes::get);
  }

  CheckedExtrinsic good(Bytes extrinsic) {
    return switch (check(extrinsic)) {
      case ExtrinsicChecker.Checked.Good(CheckedExtrinsic good) -> good;
      case ExtrinsicChecker.Checked.Bad(Validity.Unfit reason) ->
          throw new AssertionError(reason.toString());
      case ExtrinsicChecker.Checked.Undecodable(String reason) -> throw new AssertionError(reason);
    };
  }

  void begin() {
    number++;
    engine.initialize(number, hashOf(number - 1), List.of());
    for (Bytes inherent : engine.inherents(START + 6_000 * number)) {
      if (!(engine.apply(good(inherent)) instanceof Applied.Done)) {
        throw new AssertionError("the inherent was not applied");
      }
    }
  }

  List<Store.Change> end() {
    List<Store.Change> changes = engine.finish();
    note(changes);
    hashes.put(number, hashOf(number));
    return changes;
  }

  /** A block of these extrinsics, which need not succeed. */
  List<Store.Change> block(Bytes... extrinsics) {
    begin();
    for (Bytes extrinsic : extrinsics) {
      engine.apply(good(extrinsic));
    }
    return end();
  }

  /** The events of the last block. */
  List<EventRecord> events() {
    Bytes raw = state.get(Bytes.wrap(io.fairlead.substrate.pallet.Item.prefix("System", "Events")));
    var codec = io.fairlead.substrate.scale.Codecs
        .list(io.fairlead.runtime.system.SystemStorage.recordOf(types.events()));
    return raw == null ? List.of() : new ArrayList<>(codec.decode(raw.array()).trusted());
  }
}

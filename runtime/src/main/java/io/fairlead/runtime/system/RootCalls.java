package io.fairlead.runtime.system;

import io.fairlead.runtime.system.SystemStorage.CodeUpgrade;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import java.util.ArrayList;

/**
 * The calls of System that change the state itself or the code. There is no code here that could be
 * exchanged, so what would exchange it is refused as the chain refuses bytes that are no runtime.
 */
final class RootCalls {
  private static final Bytes HEAP_PAGES = Bytes.utf8(":heappages");

  private final SystemStorage storage;
  private final Block block;
  private final RawState state;

  RootCalls(SystemStorage storage, Block block, RawState state) {
    this.storage = storage;
    this.block = block;
    this.state = state;
  }

  void setHeapPages(Origin origin, long pages) {
    origin.ensureRoot();
    write(HEAP_PAGES, Bytes.wrap(Codecs.U64.encode(pages)));
    var digest = new ArrayList<>(storage.digest.get());
    digest.add(new DigestItem.RuntimeEnvironmentUpdated());
    storage.digest.put(digest);
  }

  void setCode(Origin origin) {
    origin.ensureRoot();
    throw SystemError.FAILED_TO_EXTRACT_RUNTIME_VERSION.refusal();
  }

  void setStorage(Origin origin, SystemCall.SetStorage call) {
    origin.ensureRoot();
    call.items().forEach(pair -> write(pair.key(), pair.value()));
  }

  /** On the chain any bytes may stand anywhere; here they must be a value of the item. */
  private void write(Bytes key, Bytes value) {
    Refusal.ensure(state.write(key, value), DispatchError.Plain.CORRUPTION);
  }

  void killStorage(Origin origin, SystemCall.KillStorage call) {
    origin.ensureRoot();
    call.keys().forEach(key -> state.write(key, null));
  }

  void killPrefix(Origin origin, SystemCall.KillPrefix call) {
    origin.ensureRoot();
    state.keys(call.prefix()).stream().limit(call.subkeys())
        .forEach(key -> state.write(key, null));
  }

  void authorize(Origin origin, Hash codeHash, boolean checkVersion) {
    origin.ensureRoot();
    storage.authorizedUpgrade.put(new CodeUpgrade(codeHash, checkVersion));
    block.deposit(new SystemEvent.UpgradeAuthorized(codeHash, checkVersion));
  }

  void applyAuthorized(Bytes code) {
    CodeUpgrade authorized = storage.authorizedUpgrade.orNull();
    if (authorized == null) {
      throw SystemError.NOTHING_AUTHORIZED.refusal();
    }
    Refusal.ensure(Hash.of(Blake2b.hash256(code.array())).equals(authorized.codeHash()),
        SystemError.UNAUTHORIZED);
    throw SystemError.FAILED_TO_EXTRACT_RUNTIME_VERSION.refusal();
  }
}

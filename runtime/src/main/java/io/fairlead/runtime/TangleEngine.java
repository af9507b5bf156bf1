package io.fairlead.runtime;

import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.runtime.extensions.NominatedRestaked;
import io.fairlead.runtime.system.DigestItem;
import io.fairlead.runtime.timestamp.TimestampCall;
import io.fairlead.substrate.extrinsic.Extrinsic;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/** The typed pallets behind the boundary that the node knows. */
final class TangleEngine implements Engine {
  private static final Validity.Unfit ANCIENT =
      new Validity.Invalid(Validity.Kind.ANCIENT_BIRTH_BLOCK);
  private static final Validity.Unfit MANDATORY =
      new Validity.Invalid(Validity.Kind.MANDATORY_VALIDATION);
  private static final Validity.Unfit NO_VALIDATOR =
      new Validity.Unknown(Validity.Unknown.NO_UNSIGNED_VALIDATOR);

  private final Wiring wiring;
  private final Executive executive;
  private final RuntimeApis apis;

  TangleEngine(Wiring wiring) {
    this.wiring = wiring;
    this.executive = new Executive(wiring);
    this.apis = new RuntimeApis(wiring, this);
  }

  @Override
  public RuntimeVersion version() {
    return wiring.types.version();
  }

  @Override
  public void initialize(long number, Hash parent, List<Bytes> digest) {
    List<DigestItem> logs =
        digest.stream().map(log -> DigestItem.CODEC.decode(log.array()).trusted()).toList();
    executive.initialize(number, parent, logs);
  }

  @Override
  public List<Bytes> inherents(long nowMillis) {
    var set = new Extrinsic.Unsigned<io.fairlead.substrate.pallet.Call>(
        new TimestampCall.Set(nowMillis));
    return List.of(Bytes.wrap(wiring.types.extrinsics().encode(set)));
  }

  @Override
  public Applied apply(CheckedExtrinsic extrinsic) {
    return switch ((Checked) extrinsic) {
      case Checked.Bare bare -> applied(executive.bare(bare.call(), bare.length()));
      case Checked.Signed signed -> eraEnded(signed, wiring.block.number())
          ? new Applied.Refused(ANCIENT)
          : applied(executive.signed(signed.signer(), signed.extra(), signed.call(),
              signed.length()));
    };
  }

  /** The signature holds for one birth block: with another the extrinsic is not the same. */
  private static boolean eraEnded(Checked.Signed signed, long block) {
    return signed.extra().era().birth(block) != signed.birth();
  }

  private Applied applied(Dispatched dispatched) {
    return switch (dispatched) {
      case Dispatched.Included(Outcome.Done done) -> new Applied.Done();
      case Dispatched.Included(Outcome.Refused(DispatchError error, var post)) ->
          new Applied.Failed(Bytes.wrap(wiring.types.errors().encode(error)));
      case Dispatched.NotIncluded(Validity.Unfit reason) -> new Applied.Refused(reason);
      case Dispatched.Panicked(String reason) -> new Applied.Panicked(reason);
    };
  }

  @Override
  public List<Store.Change> finish() {
    executive.finish();
    List<Store.Change> changes = wiring.store.changesSince(0);
    wiring.store.commit();
    return changes;
  }

  @Override
  public void abandon() {
    wiring.store.rollback(0);
    wiring.block.begin(wiring.systemItems.number.get());
  }

  @Override
  public Validity validate(CheckedExtrinsic extrinsic) {
    Checked checked = (Checked) extrinsic;
    DispatchInfo info = wiring.dispatcher.info(checked.call());
    if (info.dispatchClass() == DispatchClass.MANDATORY) {
      return MANDATORY;
    }
    return switch (checked) {
      case Checked.Bare bare -> NO_VALIDATOR;
      case Checked.Signed signed -> {
        long next = wiring.systemItems.number.get() + 1;
        yield eraEnded(signed, next) ? ANCIENT : restakedStays(signed, wiring.extensions
            .validate(signed.signer(), signed.extra(), info, signed.length(), next));
      }
    };
  }

  private Validity restakedStays(Checked.Signed signed, Validity validity) {
    return validity instanceof Validity.Valid
        && !wiring.nominatedRestaked.passes(signed.signer(), signed.call())
            ? NominatedRestaked.RESTAKED : validity;
  }

  @Override
  public ApiAnswer call(String method, Bytes arguments) {
    return apis.call(method, arguments);
  }

  @Override
  public void restore(List<Store.Change> changes) {
    wiring.restore(changes);
  }
}

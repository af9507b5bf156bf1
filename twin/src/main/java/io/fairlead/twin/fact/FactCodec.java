package io.fairlead.twin.fact;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored form of facts, {@code fact/1}: SCALE, numbers compact. A change is stored as key and value;
 * what they say is read anew, so that a later program understands more.
 */
public final class FactCodec implements Codec<Fact> {
  private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
  private static final Codec<List<AccountId>> ACCOUNTS = Codecs.list(AccountId.CODEC);
  private static final int MARK = 0;
  private static final int CALL = 1;
  private static final int EVENT = 2;
  private static final int CHANGE = 3;
  private static final int TYPED = 0;
  private static final int OPAQUE = 1;

  /** Pallets by their number in the stored form; never reordered, only appended to. */
  private static final List<String> PALLETS =
      List.of("Services", "MultiAssetDelegation", "Rewards", "Session", "Balances");

  private final ChangeReader changes;

  /** Facts whose changes are read by {@code changes}. */
  public FactCodec(ChangeReader changes) {
    this.changes = changes;
  }

  @Override
  public void write(Fact fact, Output out) {
    switch (fact) {
      case Fact.Mark(FactId id, MarkKind kind, long value) -> {
        head(MARK, id, out);
        out.u8(kind.ordinal());
        out.u64(value);
      }
      case Fact.Call call -> {
        head(CALL, call.id(), out);
        out.compact(call.extrinsic());
        out.compact(call.path().size());
        call.path().forEach(place -> out.compact(place));
        AccountId.CODEC.write(call.signer(), out);
        known(call.call(), KnownPallets.CALLS, out);
        outcome(call.outcome(), out);
        out.u8(call.fee().isPresent() ? 1 : 0);
        call.fee().ifPresent(fee -> Balance.CODEC.write(fee, out));
      }
      case Fact.Event(FactId id, Phase phase, Fact.Known<Event> event, List<AccountId> concerned, long blueprint) -> {
        head(EVENT, id, out);
        Phase.CODEC.write(phase, out);
        known(event, KnownPallets.EVENTS, out);
        ACCOUNTS.write(concerned, out);
        Codecs.I64.write(blueprint, out);
      }
      case Fact.Change(FactId id, Bytes key, Optional<Bytes> after, Changed changed, Cause cause, List<AccountId> concerned) -> {
        head(CHANGE, id, out);
        BYTES.write(key, out);
        out.u8(after.isPresent() ? 1 : 0);
        after.ifPresent(value -> BYTES.write(value, out));
        cause(cause, out);
        ACCOUNTS.write(concerned, out);
      }
    }
  }

  private static void head(int kind, FactId id, Output out) {
    out.u8(kind);
    out.compact(id.block());
    out.compact(id.index());
  }

  private static void outcome(Outcome outcome, Output out) {
    switch (outcome) {
      case Outcome.Done done -> out.u8(0);
      case Outcome.Refused(String error) -> {
        out.u8(1);
        Codecs.STRING.write(error, out);
      }
      case Outcome.NotRun notRun -> out.u8(2);
    }
  }

  private static void cause(Cause cause, Output out) {
    switch (cause) {
      case Cause.Certain(int extrinsic) -> {
        out.u8(0);
        out.compact(extrinsic);
      }
      case Cause.Likely(int extrinsic) -> {
        out.u8(1);
        out.compact(extrinsic);
      }
      case Cause.Hook(String name) -> {
        out.u8(2);
        Codecs.STRING.write(name, out);
      }
      case Cause.Unknown unknown -> out.u8(3);
    }
  }

  private static <T> void known(Fact.Known<T> known, Map<String, ? extends EnumCodec<?>> codecs,
      Output out) {
    int pallet = PALLETS.indexOf(known.pallet());
    if (pallet < 0) {
      throw new IllegalArgumentException("no number for pallet " + known.pallet());
    }
    out.u8(pallet);
    switch (known) {
      case Fact.Known.Typed<T>(String name, String variant, T value) -> {
        out.u8(TYPED);
        writeTyped(java.util.Objects.requireNonNull(codecs.get(name)), value, out);
      }
      case Fact.Known.Opaque<T>(String name, String variant, Bytes bytes) -> {
        out.u8(OPAQUE);
        Codecs.STRING.write(variant, out);
        BYTES.write(bytes, out);
      }
    }
  }

  @SuppressWarnings("unchecked") // the codec is that of the pallet that the value names
  private static <T> void writeTyped(EnumCodec<?> codec, T value, Output out) {
    ((EnumCodec<T>) codec).write(value, out);
  }

  @Override
  public Fact read(Input in) {
    int kind = in.u8();
    var id = new FactId(in.compactU64(), Math.toIntExact(in.compactU32()));
    return switch (kind) {
      case MARK -> new Fact.Mark(id, mark(in), in.u64());
      case CALL -> call(id, in);
      case EVENT -> new Fact.Event(id, Phase.CODEC.read(in), known(KnownPallets.EVENTS, in),
          ACCOUNTS.read(in), Codecs.I64.read(in));
      case CHANGE -> change(id, in);
      default -> throw in.malformed("a kind of fact", Integer.toString(kind));
    };
  }

  private static MarkKind mark(Input in) {
    int kind = in.u8();
    if (kind >= MarkKind.values().length) {
      throw in.malformed("a kind of mark", Integer.toString(kind));
    }
    return MarkKind.values()[kind];
  }

  private static Fact call(FactId id, Input in) {
    int extrinsic = Math.toIntExact(in.compactU32());
    var path = new ArrayList<Integer>();
    for (int places = in.length(Codecs.UNBOUNDED, 1); places > 0; places--) {
      path.add(Math.toIntExact(in.compactU32()));
    }
    AccountId signer = AccountId.CODEC.read(in);
    Fact.Known<Call> known = known(KnownPallets.CALLS, in);
    Outcome outcome = switch (in.u8()) {
      case 0 -> new Outcome.Done();
      case 1 -> new Outcome.Refused(Codecs.STRING.read(in));
      case 2 -> new Outcome.NotRun();
      default -> throw in.malformed("an outcome", "another");
    };
    Optional<Balance> fee =
        in.bool() ? Optional.of(Balance.CODEC.read(in)) : Optional.empty();
    return new Fact.Call(id, extrinsic, path, signer, known, outcome, fee);
  }

  private Fact change(FactId id, Input in) {
    Bytes key = BYTES.read(in);
    Optional<Bytes> after = in.bool() ? Optional.of(BYTES.read(in)) : Optional.empty();
    Cause cause = switch (in.u8()) {
      case 0 -> new Cause.Certain(Math.toIntExact(in.compactU32()));
      case 1 -> new Cause.Likely(Math.toIntExact(in.compactU32()));
      case 2 -> new Cause.Hook(Codecs.STRING.read(in));
      case 3 -> new Cause.Unknown();
      default -> throw in.malformed("a cause", "another");
    };
    return new Fact.Change(id, key, after, changes.read(key, after), cause, ACCOUNTS.read(in));
  }

  private static <T> Fact.Known<T> known(Map<String, ? extends EnumCodec<? extends T>> codecs,
      Input in) {
    int pallet = in.u8();
    if (pallet >= PALLETS.size()) {
      throw in.malformed("the number of a pallet", Integer.toString(pallet));
    }
    String name = PALLETS.get(pallet);
    if (in.u8() == OPAQUE) {
      return new Fact.Known.Opaque<>(name, Codecs.STRING.read(in), BYTES.read(in));
    }
    EnumCodec<? extends T> codec = codecs.get(name);
    if (codec == null) {
      throw in.malformed("a pallet with such types", name);
    }
    return typed(name, codec, in);
  }

  private static <T, E extends T> Fact.Known<T> typed(String pallet, EnumCodec<E> codec,
      Input in) {
    E value = codec.read(in);
    return new Fact.Known.Typed<>(pallet, codec.variantOf(value).name(), value);
  }

  @Override
  public int size(Fact fact) {
    var out = new Output(256);
    write(fact, out);
    return out.size();
  }

  @Override
  public byte[] encode(Fact fact) {
    var out = new Output(256);
    write(fact, out);
    return out.toBytes();
  }

  @Override
  public Shape shape() {
    throw new IllegalStateException("not part of any metadata");
  }
}

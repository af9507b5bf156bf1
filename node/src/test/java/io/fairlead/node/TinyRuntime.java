package io.fairlead.node;

import io.fairlead.node.chain.Keys;
import io.fairlead.runtime.engine.ApiAnswer;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Engine;
import io.fairlead.runtime.engine.Engines;
import io.fairlead.runtime.engine.ExtrinsicChecker;
import io.fairlead.runtime.engine.RuntimeVersion;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A runtime small enough to be seen through: accounts have nonces and write keys. A round lasts ten
 * blocks.
 */
public final class TinyRuntime implements Engines {
  public static final Bytes NUMBER = Bytes.utf8("tiny:number");
  private static final Bytes BALLAST = Bytes.utf8("tiny:genesis");
  private static final int ROUND_BLOCKS = 10;

  private final List<String> rules;

  /** Under these rules. */
  public TinyRuntime(String... rules) {
    this.rules = List.of(rules);
  }

  /** What an extrinsic does. */
  public enum Deed {
    WRITE, FAIL, PANIC, TOO_BIG, MOMENT
  }

  /** The body of an extrinsic. {@code proof} 1 is a good signature. */
  public record Body(Bytes account, long nonce, long priority, Deed deed, Bytes key, Bytes value,
      int proof) {
    private static final Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(1 << 20));
    public static final Codec<Body> CODEC = Codecs.struct("Body",
        Fields.of(Body::new, Fields.field(null, Body::account, BYTES, null),
            Fields.field(null, Body::nonce, Codecs.U32, null),
            Fields.field(null, Body::priority, Codecs.U64, null),
            Fields.field(null, Body::deed,
                Codecs.plainEnum("Deed", Deed.values(), Deed::ordinal, Deed::name), null),
            Fields.field(null, Body::key, BYTES, null),
            Fields.field(null, Body::value, BYTES, null),
            Fields.field(null, Body::proof, Codecs.U8, null)));
  }

  public static Bytes extrinsic(Body body) {
    byte[] inner = Body.CODEC.encode(body);
    var out = new Output(inner.length + 4);
    out.compact(inner.length);
    out.raw(inner);
    return Bytes.wrap(out.toBytes());
  }

  public static Bytes account(int index) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) index);
    return Bytes.wrap(bytes);
  }

  /** Account {@code index} writes {@code value} under {@code tiny:<account>}. */
  public static Bytes write(int index, long nonce, String value) {
    return write(index, nonce, 1, value);
  }

  public static Bytes write(int index, long nonce, long priority, String value) {
    return extrinsic(new Body(account(index), nonce, priority, Deed.WRITE,
        Bytes.utf8("tiny:" + index), Bytes.utf8(value), 1));
  }

  public static Bytes deed(int index, long nonce, Deed deed) {
    return extrinsic(new Body(account(index), nonce, 1, deed, Bytes.EMPTY, Bytes.EMPTY, 1));
  }

  public static Bytes nonceKey(Bytes account) {
    return Bytes.wrap(concat("tiny:nonce:".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        account.array()));
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static Bytes u64(long value) {
    return Bytes.wrap(Codecs.U64.encode(value));
  }

  private record Good(Bytes bytes, Hash hash, Body body) implements CheckedExtrinsic {}

  @Override
  public List<Change> genesis() {
    var all = new ArrayList<Change>();
    for (int i = 0; i < 300; i++) {
      all.add(new Change(Bytes.utf8(String.format("%s%04d", "tiny:genesis:", i)), u64(i)));
    }
    all.add(new Change(BALLAST, Bytes.utf8("yes")));
    all.sort(null);
    return all;
  }

  @Override
  public Engine empty() {
    return new TinyEngine(null);
  }

  @Override
  public Engine over(Store.Source state) {
    return new TinyEngine(state);
  }

  @Override
  public ExtrinsicChecker checker(Hash genesisHash) {
    return (extrinsic, best, hashes) -> {
      byte[] all = extrinsic.array();
      Decoded<byte[]> unwrapped = Codecs.byteVec(Codecs.UNBOUNDED).decode(all);
      if (!(unwrapped instanceof Decoded.Value<byte[]>(byte[] inner))) {
        return new ExtrinsicChecker.Checked.Undecodable("no length");
      }
      return switch (Body.CODEC.decode(inner)) {
        case Decoded.Malformed<Body> bad ->
            new ExtrinsicChecker.Checked.Undecodable(bad.message());
        case Decoded.Value<Body>(Body body) when body.proof() != 1 ->
            new ExtrinsicChecker.Checked.Bad(new Validity.Invalid(Validity.Kind.BAD_PROOF));
        case Decoded.Value<Body>(Body body) -> new ExtrinsicChecker.Checked.Good(
            new Good(extrinsic, Hash.of(Blake2b.hash256(all)), body));
      };
    };
  }

  @Override
  public List<String> rules() {
    return rules;
  }

  private static final class TinyEngine implements Engine {
    private final Store.@Nullable Source source;
    private final TreeMap<Bytes, Bytes> state = new TreeMap<>();
    private final TreeMap<Bytes, @Nullable Bytes> block = new TreeMap<>();

    TinyEngine(Store.@Nullable Source source) {
      this.source = source;
    }

    private @Nullable Bytes get(Bytes key) {
      if (block.containsKey(key)) {
        return block.get(key);
      }
      Bytes value = state.get(key);
      byte[] behind = value == null && source != null ? source.value(key.array()) : null;
      return behind == null ? value : Bytes.wrap(behind);
    }

    @Override
    public RuntimeVersion version() {
      return new RuntimeVersion("tiny", "tiny", 1, 7, 1,
          List.of(new RuntimeVersion.Api("df6acb689907609b", 5)), 1, 0);
    }

    @Override
    public void initialize(long number, Hash parent, List<Bytes> digest) {
      block.put(NUMBER, u64(number));
      block.put(Bytes.utf8("tiny:parent"), Bytes.wrap(parent.bytes()));
      block.put(Keys.ROUND,
          Bytes.wrap(Codecs.U32.encode(number / ROUND_BLOCKS)));
      if (number % 7 == 0) {
        block.put(Bytes.utf8(String.format("%s%04d", "tiny:genesis:", number % 300)), null);
      }
    }

    @Override
    public List<Bytes> inherents(long nowMillis) {
      return List.of(extrinsic(new Body(Bytes.EMPTY, 0, 0, Deed.MOMENT, Keys.NOW,
          u64(nowMillis), 1)));
    }

    @Override
    public Applied apply(CheckedExtrinsic extrinsic) {
      Body body = ((Good) extrinsic).body();
      Validity fit = body.deed() == Deed.MOMENT ? null : validate(extrinsic);
      if (fit instanceof Validity.Unfit why) {
        return new Applied.Refused(why);
      }
      if (fit instanceof Validity.Valid valid && !valid.requires().isEmpty()) {
        return new Applied.Refused(new Validity.Invalid(Validity.Kind.FUTURE));
      }
      return switch (body.deed()) {
        case TOO_BIG -> new Applied.Refused(
            new Validity.Invalid(Validity.Kind.EXHAUSTS_RESOURCES));
        case PANIC -> new Applied.Panicked("as asked");
        case FAIL -> {
          bump(body);
          yield new Applied.Failed(Bytes.of((byte) 0));
        }
        case WRITE, MOMENT -> {
          bump(body);
          block.put(body.key(), body.value());
          yield new Applied.Done();
        }
      };
    }

    private void bump(Body body) {
      if (body.deed() != Deed.MOMENT) {
        block.put(nonceKey(body.account()),
            Bytes.wrap(Codecs.U32.encode(body.nonce() + 1)));
      }
    }

    @Override
    public List<Change> finish() {
      var changes = new ArrayList<Change>();
      block.forEach((key, value) -> changes.add(new Change(key, value)));
      restore(changes);
      block.clear();
      return changes;
    }

    @Override
    public void abandon() {
      block.clear();
    }

    @Override
    public Validity validate(CheckedExtrinsic extrinsic) {
      Body body = ((Good) extrinsic).body();
      if (body.deed() == Deed.MOMENT) {
        return new Validity.Invalid(Validity.Kind.MANDATORY_VALIDATION);
      }
      long nonce = Keys.number(get(nonceKey(body.account())));
      if (body.nonce() < nonce) {
        return new Validity.Invalid(Validity.Kind.STALE);
      }
      List<Bytes> requires =
          body.nonce() == nonce ? List.of() : List.of(tag(body, body.nonce() - 1));
      return new Validity.Valid(body.priority(), requires, List.of(tag(body, body.nonce())), 64,
          true);
    }

    private static Bytes tag(Body body, long nonce) {
      return Bytes.wrap(concat(body.account().array(), Codecs.U32.encode(nonce)));
    }

    @Override
    public ApiAnswer call(String method, Bytes arguments) {
      return switch (method) {
        case "AccountNonceApi_account_nonce" -> {
          if (arguments.size() != 32) {
            yield new ApiAnswer.BadArguments("expected 32 bytes");
          }
          yield new ApiAnswer.Value(Bytes.wrap(
              Codecs.U32.encode(Keys.number(get(nonceKey(arguments))))));
        }
        case "Metadata_metadata" -> new ApiAnswer.Value(
            Bytes.wrap(Codecs.byteVec(100).encode(new byte[] {'m', 'e', 't', 'a', 14})));
        default -> new ApiAnswer.NoSuchMethod();
      };
    }

    @Override
    public void restore(List<Change> changes) {
      for (Change change : changes) {
        if (change.value() == null) {
          state.remove(change.key());
        } else {
          state.put(change.key(), change.value());
        }
      }
    }
  }
}

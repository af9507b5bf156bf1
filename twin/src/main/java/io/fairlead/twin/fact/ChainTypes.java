package io.fairlead.twin.fact;

import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Encoded;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.metadata.ShapeCheck;
import io.fairlead.substrate.metadata.TypeDef;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.ReadOnly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one runtime of a chain writes extrinsics and events, by its metadata. Pallets that this program
 * knows are read with their types where the chain has the same shapes, else as bytes. Immutable.
 */
public final class ChainTypes {
  private static final String RUNTIME_CALL = "RuntimeCall";
  private static final int SIGNED = 0x80;

  private final Metadata metadata;
  private final Map<Integer, EnumCodec<? extends Call>> calls = new HashMap<>();
  private final Map<Integer, EnumCodec<? extends Event>> events = new HashMap<>();
  private final List<String> changedShapes = new ArrayList<>();

  /** The types of the runtime that {@code metadata} describes. */
  public ChainTypes(Metadata metadata) {
    this.metadata = metadata;
    var check = new ShapeCheck(metadata);
    KnownPallets.CALLS.forEach((pallet, codec) -> metadata.pallet(pallet).ifPresent(there -> {
      if (fits(pallet + " calls", check.calls(pallet, codec.shape()))) {
        calls.put(there.index(), codec);
      }
    }));
    KnownPallets.EVENTS.forEach((pallet, codec) -> metadata.pallet(pallet).ifPresent(there -> {
      if (fits(pallet + " events", check.events(pallet, codec.shape()))) {
        events.put(there.index(), codec);
      }
    }));
  }

  private boolean fits(String what, List<ShapeCheck.Difference> differences) {
    if (!differences.isEmpty()) {
      changedShapes.add(what + ": " + differences.getFirst());
    }
    return differences.isEmpty();
  }

  /** The metadata. */
  public Metadata metadata() {
    return metadata;
  }

  /** What this program knows otherwise, one line each; then facts of it are bytes. */
  public List<String> changedShapes() {
    return List.copyOf(changedShapes);
  }

  /** A pallet whose calls and events are kept. */
  private boolean isFollowed(String pallet) {
    return ChangeReader.PALLETS.contains(pallet);
  }

  /** The events that the value of {@code System.Events} holds. */
  Decoded<List<Said>> events(Bytes systemEvents) {
    return decode(this::readEvents, systemEvents.array());
  }

  private List<Said> readEvents(Input in) {
    int count = in.length(Integer.MAX_VALUE, 3);
    var said = new ArrayList<Said>();
    for (int i = 0; i < count; i++) {
      Phase phase = Phase.CODEC.read(in);
      said.add(readEvent(phase, in));
      for (int topics = in.length(Integer.MAX_VALUE, 32); topics > 0; topics--) {
        Hash.CODEC.read(in);
      }
    }
    return said;
  }

  private Said readEvent(Phase phase, Input in) {
    int index = in.u8();
    PalletMetadata pallet = metadata.pallet(index)
        .orElseThrow(() -> in.malformed("the index of a pallet", Integer.toString(index)));
    EnumCodec<? extends Event> typed = events.get(index);
    if (typed != null) {
      return typed(phase, pallet.name(), typed, in);
    }
    Integer type = pallet.events();
    if (type == null) {
      throw in.malformed("a pallet with events", pallet.name());
    }
    DynamicValue value = new DynamicCodec(metadata, type).read(in);
    String name = value instanceof DynamicValue.Choice choice ? choice.name() : "";
    Optional<Fact.Known<Event>> known = isFollowed(pallet.name())
        ? Optional.of(new Fact.Known.Opaque<>(pallet.name(), name, bytes(type, value)))
        : Optional.empty();
    return new Said(phase, pallet.name(), name, known, value);
  }

  private static <E extends Event> Said typed(Phase phase, String pallet, EnumCodec<E> codec,
      Input in) {
    E event = codec.read(in);
    String name = codec.variantOf(event).name();
    return new Said(phase, pallet, name,
        Optional.of(new Fact.Known.Typed<>(pallet, name, event)), DynamicValue.UNIT);
  }

  private Bytes bytes(int type, DynamicValue value) {
    return switch (new DynamicCodec(metadata, type).encode(value)) {
      case Encoded.Value(Bytes bytes) -> bytes;
      case Encoded.Misfit misfit -> throw new IllegalStateException(
          "a value that was read by metadata cannot be written by it: " + misfit);
    };
  }

  /**
   * An extrinsic.
   *
   * @param signer empty for inherents and for addresses that are no account
   */
  record Sent(Optional<AccountId> signer, CallTree call) {}

  /** The extrinsic that {@code bytes} are, its length in front. */
  Decoded<Sent> extrinsic(Bytes bytes) {
    return decode(this::readExtrinsic, bytes.array());
  }

  private Sent readExtrinsic(Input in) {
    in.length(Codecs.UNBOUNDED, 1);
    int head = in.u8();
    AccountId signer = null;
    if ((head & SIGNED) != 0) {
      signer = account(new DynamicCodec(metadata, metadata.extrinsic().address()).read(in));
      new DynamicCodec(metadata, metadata.extrinsic().signature()).read(in);
      for (var extension : metadata.extrinsic().extensions()) {
        new DynamicCodec(metadata, extension.type()).read(in);
      }
    }
    int type = metadata.extrinsic().call();
    return new Sent(Optional.ofNullable(signer),
        tree(type, new DynamicCodec(metadata, type).read(in)));
  }

  /** The account that an address of the form {@code Id} names. */
  static @Nullable AccountId account(DynamicValue address) {
    DynamicValue inner = address instanceof DynamicValue.Choice choice
        && choice.name().equals("Id") && choice.field(0).isPresent() ? choice.field(0).get()
            : address;
    return inner.unwrapped() instanceof DynamicValue.Blob(Bytes bytes) && bytes.size() == 32
        ? AccountId.of(bytes.array()) : null;
  }

  /** A value of the outer call enum as a tree. */
  private CallTree tree(int type, DynamicValue value) {
    var pallet = (DynamicValue.Choice) value;
    var call = (DynamicValue.Choice) pallet.members().getFirst().value();
    var inner = new ArrayList<CallTree>();
    if (metadata.type(type).def() instanceof TypeDef.Variant(List<TypeDef.Case> cases)) {
      cases.stream().filter(each -> each.index() == pallet.index()).findFirst()
          .ifPresent(each -> collect(each.fields().getFirst().type(), call, inner));
    }
    return new CallTree(pallet.name(), call.name(), known(type, pallet, call.name()), call, inner);
  }

  private Optional<Fact.Known<Call>> known(int type, DynamicValue.Choice pallet, String name) {
    if (!isFollowed(pallet.name())) {
      return Optional.empty();
    }
    byte[] whole = bytes(type, pallet).array();
    Bytes own = Bytes.wrap(java.util.Arrays.copyOfRange(whole, 1, whole.length));
    EnumCodec<? extends Call> codec = calls.get(pallet.index());
    if (codec != null && codec.decode(own.array()) instanceof Decoded.Value<? extends Call> good) {
      return Optional.of(new Fact.Known.Typed<>(pallet.name(), name, good.value()));
    }
    return Optional.of(new Fact.Known.Opaque<>(pallet.name(), name, own));
  }

  /** Finds the calls inside a value, in the order in which they stand. */
  private void collect(int type, DynamicValue value, List<CallTree> into) {
    if (metadata.type(type).name().equals(RUNTIME_CALL)) {
      into.add(tree(type, value));
      return;
    }
    switch (metadata.type(type).def()) {
      case TypeDef.Composite(List<TypeDef.Field> fields) -> collect(fields, value, into);
      case TypeDef.Variant(List<TypeDef.Case> cases) -> {
        if (value instanceof DynamicValue.Choice choice) {
          cases.stream().filter(each -> each.index() == choice.index()).findFirst()
              .ifPresent(each -> collect(each.fields(), value, into));
        }
      }
      case TypeDef.Sequence(int element) -> collectAll(element, value, into);
      case TypeDef.Array(long length, int element) -> collectAll(element, value, into);
      case TypeDef.Tuple(List<Integer> elements) -> {
        if (value instanceof DynamicValue.Items(List<DynamicValue> items)) {
          for (int i = 0; i < items.size(); i++) {
            collect(elements.get(i), items.get(i), into);
          }
        }
      }
      case TypeDef.Primitive primitive -> {}
      case TypeDef.Compact compact -> {}
      case TypeDef.BitSequence bits -> {}
    }
  }

  private void collect(List<TypeDef.Field> fields, DynamicValue value, List<CallTree> into) {
    List<DynamicValue.Member> members = value.fields();
    for (int i = 0; i < members.size(); i++) {
      collect(fields.get(i).type(), members.get(i).value(), into);
    }
  }

  private void collectAll(int element, DynamicValue value, List<CallTree> into) {
    if (value instanceof DynamicValue.Items(List<DynamicValue> items)) {
      items.forEach(item -> collect(element, item, into));
    }
  }

  private static <T> Decoded<T> decode(ReadOnly<T> reading, byte[] bytes) {
    return reading.decode(bytes, DEPTH_MAX);
  }

  /** Levels of calls in calls that the chain allows, and of types in them. */
  private static final int DEPTH_MAX = 2_048;
}

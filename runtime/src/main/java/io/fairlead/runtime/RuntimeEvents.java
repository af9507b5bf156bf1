package io.fairlead.runtime;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event enum of a runtime: one byte of pallet index, then the event of that pallet. */
public final class RuntimeEvents implements Codec<Event> {

  /** The event enum of a pallet with its index. */
  record Part(int index, String pallet, EnumCodec<? extends Event> codec) {}

  private final String path;
  private final @Nullable Part[] byIndex = new Part[256];
  private final Map<String, Part> byName = new HashMap<>();
  private final Shape shape;

  RuntimeEvents(Profile profile, List<Part> parts) {
    this.path = profile.crate() + "::RuntimeEvent";
    var cases = new ArrayList<Shape.Case>();
    for (Part part : parts) {
      byIndex[part.index] = part;
      byName.put(part.pallet, part);
      Shape.Variants enumShape = part.codec.shape();
      cases.add(new Shape.Case(part.pallet, part.index,
          List.of(new Shape.Field(null, enumShape, typeName(enumShape)))));
    }
    cases.sort(Comparator.comparingInt(Shape.Case::index));
    this.shape = new Shape.Variants(path, List.of(), cases);
  }

  /** {@code pallet_x::Event<Runtime>}; with the instance where the pallet has several. */
  private static String typeName(Shape.Variants of) {
    String crate = Shape.segments(of.path()).getFirst();
    return crate + "::Event" + switch (of.params().size()) {
      case 0 -> "";
      case 1 -> "<Runtime>";
      default -> "<Runtime, " + crate + "::Instance1>";
    };
  }

  @SuppressWarnings("unchecked") // a part is found by the pallet that the event itself names
  private static EnumCodec<Event> codecOf(Part part) {
    return (EnumCodec<Event>) part.codec;
  }

  private Part partOf(Event event) {
    Part part = byName.get(event.pallet());
    if (part == null) {
      throw new IllegalStateException(path + " has no pallet for " + event);
    }
    return part;
  }

  /** {@code Pallet.EventName}, for people. */
  public String nameOf(Event event) {
    return event instanceof OpaqueEvent ? event.toString()
        : event.pallet() + "." + codecOf(partOf(event)).variantOf(event).name();
  }

  @Override
  public void write(Event event, Output out) {
    if (event instanceof OpaqueEvent opaque) {
      out.raw(opaque.encoded().array());
      return;
    }
    Part part = partOf(event);
    out.u8(part.index);
    codecOf(part).write(event, out);
  }

  @Override
  public Event read(Input in) {
    int index = in.u8();
    Part part = byIndex[index];
    if (part == null) {
      throw in.malformed("variant of " + path, "index " + index);
    }
    return part.codec.read(in);
  }

  @Override
  public int size(Event event) {
    if (event instanceof OpaqueEvent opaque) {
      return opaque.encoded().size();
    }
    return 1 + codecOf(partOf(event)).size(event);
  }

  @Override
  public Shape shape() {
    return shape;
  }
}

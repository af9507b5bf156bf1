package io.fairlead.runtime;

import io.fairlead.substrate.pallet.Call;
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

/**
 * The call enum of a runtime: one byte of pallet index, then the call of that pallet. Also tells which
 * pallet a call belongs to.
 */
public final class RuntimeCalls implements Codec<Call> {

  /** The call enum of a pallet with its index. */
  record Part(int index, String pallet, EnumCodec<? extends Call> codec) {}

  private final String path;
  private final @Nullable Part[] byIndex = new Part[256];
  private final Map<String, Part> byName = new HashMap<>();
  private final Shape shape;

  RuntimeCalls(Profile profile, List<Part> parts) {
    this.path = profile.crate() + "::RuntimeCall";
    var cases = new ArrayList<Shape.Case>();
    for (Part part : parts) {
      byIndex[part.index] = part;
      byName.put(part.pallet, part);
      cases.add(new Shape.Case(part.pallet, part.index,
          List.of(new Shape.Field(null, part.codec.shape(),
              "self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n"
                  + "::CallableCallFor<" + part.pallet + ", Runtime>"))));
    }
    cases.sort(Comparator.comparingInt(Shape.Case::index));
    this.shape = new Shape.Variants(path, List.of(), cases);
  }

  @SuppressWarnings("unchecked") // a part is found by the pallet that the call itself names
  private EnumCodec<Call> codecOf(Part part) {
    return (EnumCodec<Call>) part.codec;
  }

  private Part partOf(Call call) {
    Part part = byName.get(call.pallet());
    if (part == null) {
      throw new IllegalStateException(path + " has no pallet for " + call);
    }
    return part;
  }

  /** {@code Pallet.call_name}, for people. */
  public String nameOf(Call call) {
    return call.pallet() + "." + codecOf(partOf(call)).variantOf(call).name();
  }

  @Override
  public void write(Call call, Output out) {
    Part part = partOf(call);
    out.u8(part.index);
    codecOf(part).write(call, out);
  }

  @Override
  public Call read(Input in) {
    int index = in.u8();
    Part part = byIndex[index];
    if (part == null) {
      throw in.malformed("variant of " + path, "index " + index);
    }
    return part.codec.read(in);
  }

  @Override
  public int size(Call call) {
    return 1 + codecOf(partOf(call)).size(call);
  }

  @Override
  public Shape shape() {
    return shape;
  }
}

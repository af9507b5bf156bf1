package io.fairlead.client;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;

/** Calls as bytes: pallet index, call index, arguments, up to the end of the input. */
record OpaqueCalls() implements Codec<Bytes> {
  @Override
  public void write(Bytes value, Output out) {
    out.raw(value.array());
  }

  @Override
  public Bytes read(Input in) {
    return Bytes.wrap(in.raw(in.remaining()));
  }

  @Override
  public int size(Bytes value) {
    return value.size();
  }

  @Override
  public Shape shape() {
    return Shape.UNIT;
  }
}

package io.fairlead.substrate.scale;

/** Fields one after another. */
record StructCodec<R>(Fields<R> fields, Shape shape) implements Codec<R> {

  @Override
  public void write(R value, Output out) {
    fields.write(value, out);
  }

  @Override
  public R read(Input in) {
    return fields.read(in);
  }

  @Override
  public int size(R value) {
    return fields.size(value);
  }
}

package io.fairlead.twin.fact;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;

/** Whole storage keys. */
public final class Keys {
  private Keys() {}

  /** Of a value. */
  public static Bytes of(String pallet, String item) {
    return Bytes.wrap(Item.prefix(pallet, item));
  }

  /** Of a map. */
  public static <A> Bytes of(String pallet, String item, Key<A> form, A key) {
    Output out = begun(pallet, item);
    form.write(key, out);
    return Bytes.wrap(out.toBytes());
  }

  /** Of a double map. */
  public static <A, B> Bytes of(String pallet, String item, Key<A> first, A a, Key<B> second,
      B b) {
    Output out = begun(pallet, item);
    first.write(a, out);
    second.write(b, out);
    return Bytes.wrap(out.toBytes());
  }

  /** Of a map of three keys. */
  public static <A, B, C> Bytes of(String pallet, String item, Key<A> first, A a, Key<B> second,
      B b, Key<C> third, C c) {
    Output out = begun(pallet, item);
    first.write(a, out);
    second.write(b, out);
    third.write(c, out);
    return Bytes.wrap(out.toBytes());
  }

  private static Output begun(String pallet, String item) {
    var out = new Output(128);
    out.raw(Item.prefix(pallet, item));
    return out;
  }
}

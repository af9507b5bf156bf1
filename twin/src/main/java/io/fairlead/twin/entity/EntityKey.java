package io.fairlead.twin.entity;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** One entity. Ordered by type, then by key as text. */
public record EntityKey(EntityType type, String key) implements Comparable<EntityKey> {
  /** The stored form: the code, a hyphen, the key. */
  public static final Codec<EntityKey> CODEC =
      Codecs.STRING.as(EntityKey::parse, EntityKey::toString);

  /** The entity of an account. */
  public static EntityKey of(EntityType type, AccountId account) {
    return new EntityKey(type, account.toString().substring(2));
  }

  /** The entity of a number. */
  public static EntityKey of(EntityType type, long number) {
    return new EntityKey(type, Long.toString(number));
  }

  /** The chain's own. */
  public static final EntityKey CHAIN = new EntityKey(EntityType.CHAIN, "0");

  /** The key that {@link #toString} wrote. */
  public static EntityKey parse(String text) {
    return new EntityKey(EntityType.of(text.substring(0, 2)), text.substring(3));
  }

  @Override
  public int compareTo(EntityKey other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return type.code() + "-" + key;
  }
}

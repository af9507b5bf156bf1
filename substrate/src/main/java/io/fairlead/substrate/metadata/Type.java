package io.fairlead.substrate.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the registry ({@code scale_info::Type}). Its id is its place in the list.
 *
 * @param path segments of its name; none for anonymous types
 * @param params type parameters, in order
 * @param def what it is made of
 * @param docs lines
 */
public record Type(List<String> path, List<Param> params, TypeDef def, List<String> docs) {
  public Type {
    path = List.copyOf(path);
    params = List.copyOf(params);
    docs = List.copyOf(docs);
  }

  /** A type parameter; null where the type of it does not matter. */
  public record Param(String name, @Nullable Integer type) {}

  /** The path with {@code ::} between its segments; empty for anonymous types. */
  public String pathText() {
    return String.join("::", path);
  }

  /** The last segment of the path; empty for anonymous types. */
  public String name() {
    return path.isEmpty() ? "" : path.getLast();
  }
}

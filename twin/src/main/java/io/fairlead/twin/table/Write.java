package io.fairlead.twin.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row to insert or update.
 *
 * @param values of the statement's places, in order: long, int, boolean, text, big decimal, or null
 */
record Write(Sql sql, List<@Nullable Object> values) {
  static Write of(Sql sql, @Nullable Object... values) {
    var all = new ArrayList<@Nullable Object>();
    Collections.addAll(all, values);
    return new Write(sql, Collections.unmodifiableList(all));
  }
}

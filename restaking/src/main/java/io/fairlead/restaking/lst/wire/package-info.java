/** The types of Lst as they stand on the wire: calls, events, errors, what storage holds. */
@NullMarked
package io.fairlead.restaking.lst.wire;

import org.jspecify.annotations.NullMarked;

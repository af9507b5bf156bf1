/** A blueprint: its definition and how much became of it. */
@NullMarked
package io.fairlead.twin.blueprint;

import org.jspecify.annotations.NullMarked;

/** {@code fairlead operators}: operators of restaking and what they serve. */
@NullMarked
package io.fairlead.cli.operators;

import org.jspecify.annotations.NullMarked;

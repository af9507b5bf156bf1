/**
 * The command line: one class a command, no rules. This is where everything below is put together.
 * Standard output carries the answer only; everything else goes to standard error.
 */
@NullMarked
package io.fairlead.cli;

import org.jspecify.annotations.NullMarked;

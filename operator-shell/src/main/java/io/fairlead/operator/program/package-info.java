/**
 * Runs job programs: found by sha-256, fed with SCALE {@code Vec<Field>} on standard input, read
 * from standard output, in a sandbox without network, key or environment, under limits.
 */
@NullMarked
package io.fairlead.operator.program;

import org.jspecify.annotations.NullMarked;

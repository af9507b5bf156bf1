/**
 * Programs that answer job calls. A program is pure: SCALE {@code Vec<Field>} on standard input, the
 * same on standard output, exit code 0, no key, no network. This module depends on nothing, so that
 * its jar is the whole program and its sha-256 names it.
 */
@NullMarked
package io.fairlead.programs;

import org.jspecify.annotations.NullMarked;

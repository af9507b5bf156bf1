/** {@code fairlead jobs}: job calls, as a twin knows them. */
@NullMarked
package io.fairlead.cli.jobs;

import org.jspecify.annotations.NullMarked;

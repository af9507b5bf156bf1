/** Commands about the metadata of a runtime: what it says, where two differ, the bytes themselves. */
@NullMarked
package io.fairlead.cli.metadata;

import org.jspecify.annotations.NullMarked;

/** The chain log: a block exists for the twin when its facts stand here. */
@NullMarked
package io.fairlead.twin.log;

import org.jspecify.annotations.NullMarked;

/** From the log to the entities: which facts touch whom, and how they get there exactly once. */
@NullMarked
package io.fairlead.twin.lane;

import org.jspecify.annotations.NullMarked;

/** Job calls, 256 in one entity: who asked, who answered when. */
@NullMarked
package io.fairlead.twin.job;

import org.jspecify.annotations.NullMarked;

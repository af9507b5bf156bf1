/** The pallet Session: which session it is, and who is told when the next one begins. */
@NullMarked
package io.fairlead.runtime.session;

import org.jspecify.annotations.NullMarked;

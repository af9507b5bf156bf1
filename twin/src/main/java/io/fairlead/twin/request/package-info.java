/** A request of a service: who agreed when, and how it ended. */
@NullMarked
package io.fairlead.twin.request;

import org.jspecify.annotations.NullMarked;

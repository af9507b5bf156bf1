/** An operator: its record, its services, what waits for it, what it did and earned. */
@NullMarked
package io.fairlead.twin.operator;

import org.jspecify.annotations.NullMarked;

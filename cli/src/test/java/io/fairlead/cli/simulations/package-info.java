/** The pure runtime against a real node. */
@NullMarked
package io.fairlead.cli.simulations;

import org.jspecify.annotations.NullMarked;

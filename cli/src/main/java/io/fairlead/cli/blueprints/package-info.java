/** {@code fairlead blueprints}: published blueprints. */
@NullMarked
package io.fairlead.cli.blueprints;

import org.jspecify.annotations.NullMarked;

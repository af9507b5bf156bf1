/** Commands about the rules under which a chain runs. */
@NullMarked
package io.fairlead.cli.rules;

import org.jspecify.annotations.NullMarked;

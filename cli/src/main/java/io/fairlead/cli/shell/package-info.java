/** Commands of the operator shell. */
@NullMarked
package io.fairlead.cli.shell;

import org.jspecify.annotations.NullMarked;

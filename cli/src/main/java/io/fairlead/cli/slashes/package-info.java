/** Commands for reviewers of pending slashes: list, explain, dry-run, dispute. */
@NullMarked
package io.fairlead.cli.slashes;

import org.jspecify.annotations.NullMarked;

/** Commands that run a node, and that check what a node has stored. */
@NullMarked
package io.fairlead.cli.node;

import org.jspecify.annotations.NullMarked;

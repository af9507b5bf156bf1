/** Tests of reads by block. */
@NullMarked
package io.fairlead.node.states;

import org.jspecify.annotations.NullMarked;

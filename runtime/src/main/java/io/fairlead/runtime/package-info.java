/**
 * The composed runtime: profiles, rules, wiring, executive, and the face that the node knows.
 */
@NullMarked
package io.fairlead.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * The operator shell: finds job calls, runs them in sandboxes without a key, submits each result
 * once.
 */
@NullMarked
package io.fairlead.operator;

import org.jspecify.annotations.NullMarked;

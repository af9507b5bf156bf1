/**
 * What a signed extrinsic must satisfy before its call runs, and what is due after it: Tangle's ten
 * signed extensions.
 */
@NullMarked
package io.fairlead.runtime.extensions;

import org.jspecify.annotations.NullMarked;

/** The twin's answers over HTTP: JSON with the block at which they are true. All JSON is here. */
@NullMarked
package io.fairlead.twin.api;

import org.jspecify.annotations.NullMarked;

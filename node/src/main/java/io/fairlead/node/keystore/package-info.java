/** The keys of a validator, in a folder as Substrate's nodes keep them. */
@NullMarked
package io.fairlead.node.keystore;

import org.jspecify.annotations.NullMarked;

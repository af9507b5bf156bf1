/** {@code fairlead query}: any storage item or constant of any chain, by its metadata. */
@NullMarked
package io.fairlead.cli.query;

import org.jspecify.annotations.NullMarked;

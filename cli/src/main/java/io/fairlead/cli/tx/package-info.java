/** {@code fairlead tx}: any call of any chain by its name, with JSON arguments. */
@NullMarked
package io.fairlead.cli.tx;

import org.jspecify.annotations.NullMarked;

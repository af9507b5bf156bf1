/** {@code fairlead delegators}: delegators, their deposits and delegations. */
@NullMarked
package io.fairlead.cli.delegators;

import org.jspecify.annotations.NullMarked;

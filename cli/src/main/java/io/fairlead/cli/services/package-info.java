/** {@code fairlead services}: running services. */
@NullMarked
package io.fairlead.cli.services;

import org.jspecify.annotations.NullMarked;

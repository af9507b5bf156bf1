/** The demo: one service, two job calls, two slashes, one dispute, told and checked on real parts. */
@NullMarked
package io.fairlead.cli.demo;

import org.jspecify.annotations.NullMarked;

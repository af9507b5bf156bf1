/**
 * What the tests of several modules share: a suite that cannot run here says so once, and the build
 * names it in its last lines.
 */
@NullMarked
package io.fairlead.testing;

import org.jspecify.annotations.NullMarked;

/** Commands about keys and addresses, and how a command is given a signer. */
@NullMarked
package io.fairlead.cli.keys;

import org.jspecify.annotations.NullMarked;

/** How commands reach a chain: the address, the pallets whose types are known, signing. */
@NullMarked
package io.fairlead.cli.chain;

import org.jspecify.annotations.NullMarked;

/**
 * The pallet Assets (Instance1): assets other than the native currency, their holders, and how other
 * pallets move them.
 */
@NullMarked
package io.fairlead.runtime.assets;

import org.jspecify.annotations.NullMarked;

/** {@code fairlead requests}: requests for services, as a twin knows them. */
@NullMarked
package io.fairlead.cli.requests;

import org.jspecify.annotations.NullMarked;

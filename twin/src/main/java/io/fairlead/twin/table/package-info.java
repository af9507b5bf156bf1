/**
 * What joins and lists are answered from: rows that follow the chain log, written from facts alone and
 * therefore a witness of their own beside the entities.
 */
@NullMarked
package io.fairlead.twin.table;

import org.jspecify.annotations.NullMarked;

/** The one event-sourced actor behind every entity, and what is particular to a type of entity. */
@NullMarked
package io.fairlead.twin.entity;

import org.jspecify.annotations.NullMarked;

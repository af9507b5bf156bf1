/** A service instance: its members over time, its jobs and money. */
@NullMarked
package io.fairlead.twin.service;

import org.jspecify.annotations.NullMarked;

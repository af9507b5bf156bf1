/** The pallet Services: blueprints, registrations, requests, services, job calls, and the items of the slash queue. */
@NullMarked
package io.fairlead.services;

import org.jspecify.annotations.NullMarked;

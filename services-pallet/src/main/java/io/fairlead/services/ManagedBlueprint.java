package io.fairlead.services;

import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.primitive.EvmAddress;

/**
 * A blueprint and who answers for it.
 *
 * @param id its number, u64
 * @param blueprint as stored
 * @param master master manager of its pinned revision: the contract that is called, which passes the
 *     call on to {@code blueprint.manager()}
 */
public record ManagedBlueprint(long id, ServiceBlueprint blueprint, EvmAddress master) {}

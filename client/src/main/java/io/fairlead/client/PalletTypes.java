package io.fairlead.client;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.EnumCodec;
import org.jspecify.annotations.Nullable;

/**
 * What this program knows of a pallet of the connected chain: its name, and the codecs of its calls
 * and events. Their shapes are compared with the chain's on connect; the pallet's index is the
 * chain's.
 */
public record PalletTypes(String pallet, @Nullable EnumCodec<? extends Call> calls,
    @Nullable EnumCodec<? extends Event> events) {}

package io.fairlead.client;

import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.ReadOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The value of {@code System.Events} of the connected chain: events of known pallets typed, the
 * others by metadata. Only read.
 */
final class ChainEvents implements ReadOnly<List<ChainEvent>> {
  private final Metadata metadata;
  private final Map<String, PalletTypes> ours;

  ChainEvents(Metadata metadata, Map<String, PalletTypes> ours) {
    this.metadata = metadata;
    this.ours = ours;
  }

  @Override
  public List<ChainEvent> read(Input in) {
    int count = in.length(Integer.MAX_VALUE, 3);
    var events = new ArrayList<ChainEvent>();
    for (int i = 0; i < count; i++) {
      Phase phase = Phase.CODEC.read(in);
      events.add(event(phase, in));
      int topics = in.length(Integer.MAX_VALUE, 32);
      for (int t = 0; t < topics; t++) {
        Hash.CODEC.read(in);
      }
    }
    return List.copyOf(events);
  }

  private ChainEvent event(Phase phase, Input in) {
    int index = in.u8();
    PalletMetadata pallet = metadata.pallet(index)
        .orElseThrow(() -> in.malformed("the index of a pallet", Integer.toString(index)));
    PalletTypes types = ours.get(pallet.name());
    if (types != null && types.events() != null) {
      return known(phase, pallet.name(), types.events(), in);
    }
    Integer events = pallet.events();
    if (events == null) {
      throw in.malformed("a pallet with events", pallet.name());
    }
    DynamicValue value = new DynamicCodec(metadata, events).read(in);
    String name = value instanceof DynamicValue.Choice choice ? choice.name() : "";
    return new ChainEvent.Described(phase, pallet.name(), name, value);
  }

  private static <E extends Event> ChainEvent known(Phase phase, String pallet,
      EnumCodec<E> codec, Input in) {
    E event = codec.read(in);
    return new ChainEvent.Known(phase, pallet, codec.variantOf(event).name(), event);
  }
}

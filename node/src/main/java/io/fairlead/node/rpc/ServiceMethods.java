package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.metadata.DynamicCodec;
import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.metadata.PalletMetadata;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Output;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code fairlead_servicesByBlueprint} and {@code fairlead_servicesByOperator}: active services in
 * pages, as fast with a hundred thousand as with ten. Tangle's node has no such methods.
 */
final class ServiceMethods {
  private static final int PAGE_MAX = 1_000;
  private static final int PAGE = 100;

  private final Node node;
  private volatile @Nullable ServiceIndex index;

  private ServiceMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var services = new ServiceMethods(node);
    methods.now(services::byBlueprint, "fairlead_servicesByBlueprint");
    methods.now(services::byOperator, "fairlead_servicesByOperator");
  }

  /** Made by the first who asks; two who ask at once may both make one, and one is kept. */
  private ServiceIndex index() {
    ServiceIndex known = index;
    if (known == null) {
      synchronized (this) {
        known = index;
        if (known == null) {
          known = ServiceIndex.following(node);
          index = known;
        }
      }
    }
    return known;
  }

  private record Page(int count, @Nullable Long after, long block) {}

  /** Parameters 2 to 4: how many, after which number, at which block. */
  private Page page(Params params) {
    long count = params.has(1) ? params.number(1, "count") : PAGE;
    if (count > PAGE_MAX) {
      throw RpcError.count(count, PAGE_MAX);
    }
    return new Page((int) count, params.has(2) ? params.number(2, "after") : null,
        node.blockAt(params.hash(3, "at")));
  }

  private JsonNode byBlueprint(Params params) {
    long blueprint = params.number(0, "blueprintId");
    Page page = page(params);
    return answer(index().active(blueprint, page.after(), page.count(), page.block()), page);
  }

  private JsonNode byOperator(Params params) {
    Bytes operator = params.account(0, "operator");
    Page page = page(params);
    var services = new TreeSet<Long>(Long::compareUnsigned);
    services.addAll(servicesOf(operator, page.block()));
    Long after = page.after();
    return answer(services.stream()
        .filter(id -> after == null || Long.compareUnsigned(id, after) > 0)
        .limit(page.count()).toList(), page);
  }

  /** {@code Services.OperatorsProfile}, which lists what an operator serves. */
  private List<Long> servicesOf(Bytes operator, long block) {
    var key = new Output(Item.PREFIX_BYTES + 32);
    key.raw(Item.prefix("Services", "OperatorsProfile"));
    key.raw(operator.array());
    Bytes value = node.chain.states().at(Bytes.wrap(key.toBytes()), block);
    if (value == null) {
      return List.of();
    }
    DynamicValue profile = new DynamicCodec(node.metadata(), type("OperatorsProfile"))
        .decode(value.array()).trusted();
    return profile.field("services").map(DynamicValue::unwrapped)
        .filter(DynamicValue.Items.class::isInstance).map(DynamicValue.Items.class::cast)
        .map(set -> set.items().stream().map(ServiceMethods::number).toList())
        .orElse(List.of());
  }

  private static long number(DynamicValue value) {
    return value instanceof DynamicValue.Number(BigInteger number) ? number.longValue() : 0;
  }

  private int type(String item) {
    return node.metadata().entry("Services", item).map(PalletMetadata.Entry::type)
        .map(PalletMetadata.EntryType::value)
        .orElseThrow(() -> RpcError.state("the runtime has no Services." + item));
  }

  private JsonNode answer(List<Long> services, Page page) {
    var json = Json.object();
    var all = json.putArray("services");
    if (!services.isEmpty()) {
      var form = new SerdeJson(node.metadata());
      int type = type("Instances");
      var codec = new DynamicCodec(node.metadata(), type);
      for (Long id : services) {
        Bytes value = node.chain.states().at(ServiceIndex.key(id), page.block());
        if (value != null) {
          all.add(form.json(type, codec.decode(value.array()).trusted()));
        }
      }
    }
    if (services.size() < page.count() || services.isEmpty()) {
      json.putNull("next");
    } else {
      json.put("next", services.getLast());
    }
    return json;
  }
}

package io.fairlead.twin.api;

import static io.fairlead.twin.api.ChainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.twin.blueprint.BlueprintState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import java.util.List;

/** {@code /v1/blueprints/…}. */
final class BlueprintResource {
  private static final String PATH = "/v1/blueprints/{id}";

  private BlueprintResource() {}

  static List<Resource> all() {
    return List.of(Resource.of(Resource.Need.ENTITIES, PATH, BlueprintResource::show),
        Resource.of(Resource.Need.TABLES, PATH + "/services", BlueprintResource::services,
            "state", "after", "limit"),
        Resource.history(Resource.Need.ENTITIES, PATH + "/history", BlueprintResource::history,
            "after", "limit"));
  }

  private static JsonNode show(Question question, Ground ground) {
    long id = question.number("id");
    BlueprintState state =
        ground.state(EntityKey.of(EntityType.BLUEPRINT, id), BlueprintState.class)
            .orElseThrow(() -> Refusal
                .missing("no blueprint " + id + " up to block " + ground.block(), null));
    ObjectNode data = object().put("blueprint", id);
    ground.json().put(data, "owner", state.owner());
    ChainJson.put(data, "published", state.published());
    ServiceBlueprint definition = state.definition();
    ArrayNode jobs = Answer.JSON.createArrayNode();
    if (definition != null) {
      about(data, definition.metadata());
      data.put("manager", definition.manager().toString());
      definition.jobs().forEach(job -> jobs.add(job(ground.json(), jobs.size(), job)));
    }
    data.set("jobs", jobs);
    ObjectNode counts = data.putObject("counts");
    state.counts().forEach((kind, count) -> counts.put(kind.name(), count));
    return data;
  }

  private static void about(ObjectNode data, ServiceMetadata metadata) {
    ChainJson.readable(data, "name", metadata.name());
    ChainJson.readable(data, "description", metadata.description());
    ChainJson.readable(data, "author", metadata.author());
    ChainJson.readable(data, "category", metadata.category());
    ChainJson.readable(data, "codeRepository", metadata.codeRepository());
    ChainJson.readable(data, "logo", metadata.logo());
    ChainJson.readable(data, "website", metadata.website());
    ChainJson.readable(data, "license", metadata.license());
  }

  private static ObjectNode job(ChainJson json, int index, JobDefinition job) {
    ObjectNode node = object().put("job", index);
    ChainJson.readable(node, "name", job.metadata().name());
    ChainJson.readable(node, "description", job.metadata().description());
    node.set("params", json.list(job.params(), each -> json.value(FieldType.CODEC, each)));
    node.set("result", json.list(job.result(), each -> json.value(FieldType.CODEC, each)));
    return node;
  }

  private static JsonNode services(Question question, Ground ground) {
    boolean onlyActive = question.choice("state", "active", "all").equals("active");
    return Pages.of(ground.tables().services(ground.block(), question.number("id"), onlyActive,
        question.page()), row -> {
          ObjectNode node = object().put("blueprint", row.blueprint())
              .put("service", row.service()).put("owner", ground.json().account(row.owner()))
              .put("from", row.from());
          ChainJson.put(node, "to", row.to());
          return node;
        });
  }

  private static JsonNode history(Question question, Ground ground) {
    return History.page(ground, question,
        EntityKey.of(EntityType.BLUEPRINT, question.number("id")), fact -> true);
  }
}

package io.fairlead.twin.api;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which facts a reader of the stream wants.
 *
 * @param subjects reach one of these; empty: any
 * @param kinds are of one of these kinds; empty: any
 * @param types reach an entity of one of these types; together with {@code kinds} one of both is enough
 */
record StreamFilter(Set<EntityKey> subjects, Set<Kind> kinds, Set<EntityType> types) {

  /** What a fact is. */
  enum Kind {
    MARK, CALL, REFUSED, EVENT, CHANGE
  }

  private static final Map<String, EntityType> TYPES = typesByWord();

  private static Map<String, EntityType> typesByWord() {
    var words = new LinkedHashMap<String, EntityType>();
    for (EntityType type : EntityType.values()) {
      words.put(switch (type) {
        case JOB_PAGE -> "job";
        case SLASH_QUEUE -> "slash";
        case REWARD_ERA -> "era";
        case CHAIN, OPERATOR, DELEGATOR, BLUEPRINT, REQUEST, SERVICE, VAULT -> type.name()
            .toLowerCase(java.util.Locale.ROOT);
      }, type);
    }
    return words;
  }

  /** What the parameters {@code subject} and {@code kind} ask for. */
  static StreamFilter of(Question question, int ss58Prefix) {
    var subjects = new TreeSet<EntityKey>();
    words(question, "subject").forEach(word -> subjects.add(subject(word, ss58Prefix)));
    var kinds = new TreeSet<Kind>();
    var types = new TreeSet<EntityType>();
    for (String word : words(question, "kind")) {
      EntityType type = TYPES.get(word);
      if (type != null) {
        types.add(type);
      } else {
        kinds.add(kind(word));
      }
    }
    return new StreamFilter(subjects, kinds, types);
  }

  private static List<String> words(Question question, String name) {
    String text = question.query().getOrDefault(name, "");
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(word)).findFirst()
        .orElseThrow(() -> Refusal.unreadable("kind: expected some of mark, call, refused, event,"
            + " change, " + String.join(", ", TYPES.keySet()) + "; found "
            + Question.shown(word), "separate them by commas"));
  }

  private static EntityKey subject(String word, int ss58Prefix) {
    int colon = word.indexOf(':');
    EntityType type = Arrays.stream(EntityType.values())
        .filter(it -> colon > 0 && it.code().equals(word.substring(0, colon))).findFirst()
        .orElseThrow(() -> Refusal.unreadable(
            "subject: expected CODE:KEY, found " + Question.shown(word),
            "for instance op:ACCOUNT or sv:0; codes are " + String.join(", ",
                Arrays.stream(EntityType.values()).map(EntityType::code).toList())));
    String key = word.substring(colon + 1);
    return switch (type) {
      case OPERATOR, DELEGATOR -> account(type, Question.account("subject", key, ss58Prefix));
      case JOB_PAGE -> JobResource.page(Question.number("subject", key));
      case CHAIN, BLUEPRINT, REQUEST, SERVICE, SLASH_QUEUE, REWARD_ERA, VAULT ->
          EntityKey.of(type, Question.number("subject", key));
    };
  }

  private static EntityKey account(EntityType type, AccountId account) {
    return EntityKey.of(type, account);
  }

  /** Those of a whole block that are wanted. */
  List<Fact> of(List<Fact> block) {
    if (subjects.isEmpty() && kinds.isEmpty() && types.isEmpty()) {
      return block;
    }
    var touched = Touched.by(block);
    var wanted = new ArrayList<Fact>();
    for (Fact fact : block) {
      Set<EntityKey> keys = touched.by(fact);
      boolean isSubject = subjects.isEmpty() || keys.stream().anyMatch(subjects::contains);
      boolean isAny = kinds.isEmpty() && types.isEmpty();
      if (isSubject && (isAny || kinds.stream().anyMatch(kind -> is(kind, fact))
          || keys.stream().anyMatch(key -> types.contains(key.type())))) {
        wanted.add(fact);
      }
    }
    return wanted;
  }

  private static boolean is(Kind kind, Fact fact) {
    return switch (kind) {
      case MARK -> fact instanceof Fact.Mark;
      case CALL -> fact instanceof Fact.Call;
      case REFUSED -> fact instanceof Fact.Call call && call.outcome() instanceof Outcome.Refused;
      case EVENT -> fact instanceof Fact.Event;
      case CHANGE -> fact instanceof Fact.Change;
    };
  }
}

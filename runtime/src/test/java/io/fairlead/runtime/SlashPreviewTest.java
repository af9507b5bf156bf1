package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preview says of queued slashes is what the chain does to the planck when they are due. */
class SlashPreviewTest {
  private static final int WORLDS = 200;
  /** First block of the round in which a slash of round 1 is due. */
  private static final long DUE = 7 * Profile.TANGLE_TESTNET.epochBlocks();
  private static final RuntimeTypes TYPES = new RuntimeTypes(Profile.TANGLE_TESTNET);
  private static final Bytes SYSTEM =
      Bytes.wrap(Arrays.copyOf(Item.prefix("System", "any"), 16));
  private static final Bytes ACCOUNTS = Bytes.wrap(Item.prefix("System", "Account"));
  private static final Bytes QUEUE = Bytes.wrap(Item.prefix("Services", "UnappliedSlashes"));

  /** What the random worlds must hold somewhere, so that the comparison is worth something. */
  private enum Seen {
    STAKE_CUT, TNT_CUT, ASSET_CUT, SPARED, TWO_FROM_ONE_DELEGATOR, ROUNDED, ALL_TAKEN,
    SEVERAL_SLASHES
  }

  /** One delegation. */
  private record Place(AccountId delegator, AccountId operator, Asset asset) {}

  /** A state that is only read, with changes laid over it. */
  private static final class Layered implements Store.Source {
    final TreeMap<Bytes, Bytes> pairs = new TreeMap<>();

    Layered(List<Store.Change> state) {
      lay(state);
    }

    void lay(List<Store.Change> changes) {
      for (Store.Change change : changes) {
        Bytes value = change.value();
        if (value == null) {
          pairs.remove(change.key());
        } else {
          pairs.put(change.key(), value);
        }
      }
    }

    @Override
    public byte[] value(byte[] key) {
      Bytes value = pairs.get(Bytes.wrap(key));
      return value == null ? null : value.array();
    }

    @Override
    public List<Store.Change> pairs(byte[] prefix) {
      return under(Bytes.wrap(prefix)).entrySet().stream()
          .map(pair -> new Store.Change(pair.getKey(), pair.getValue())).toList();
    }

    SortedMap<Bytes, Bytes> under(Bytes prefix) {
      var found = new TreeMap<Bytes, Bytes>();
      for (var pair : pairs.tailMap(prefix).entrySet()) {
        if (!isUnder(prefix, pair.getKey())) {
          break;
        }
        found.put(pair.getKey(), pair.getValue());
      }
      return found;
    }

    /** Everything but System's bookkeeping. */
    SortedMap<Bytes, Bytes> compared() {
      var found = new TreeMap<>(pairs);
      found.keySet().removeIf(key -> isUnder(SYSTEM, key) && !isUnder(ACCOUNTS, key));
      return found;
    }
  }

  private static boolean isUnder(Bytes prefix, Bytes key) {
    return key.size() >= prefix.size()
        && Arrays.equals(Arrays.copyOf(key.array(), prefix.size()), prefix.array());
  }

  private static Rules rules(String text) {
    return ((Rules.Parsed.Good) Rules.parse(text)).rules();
  }

  /** The chain that {@code state} was taken from, up to the block that takes what is due. */
  private static Runtime due(Rules rules, List<Store.Change> state) {
    var chain = new Runtime(Profile.TANGLE_TESTNET, rules, state);
    long number = chain.number();
    while (number < DUE) {
      number = chain.nextWake(new BlockNumber(number)).value();
      chain.begin(new BlockNumber(number), new Moment(DevChain.START + 6_000 * number));
      chain.end();
    }
    return chain;
  }

  private static List<UnappliedSlash> queue(Layered state) {
    return state.under(QUEUE).values().stream()
        .map(value -> UnappliedSlash.CODEC.decode(value.array()).trusted()).toList();
  }

  private static Map<Place, Balance> delegations(SlashWorld world, Runtime chain) {
    var found = new HashMap<Place, Balance>();
    for (AccountId delegator : world.delegators) {
      for (BondInfoDelegator bond : chain.stakes().delegator(delegator)
          .orElse(DelegatorMetadata.EMPTY).delegations()) {
        found.put(new Place(delegator, bond.operator(), bond.asset()), bond.amount());
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"repaired", "deployed", "deployed,slashing.taking=as-written"})
  void a_preview_is_the_storage_difference_when_the_slash_applies(String text) {
    Rules rules = rules(text);
    Set<Seen> seen = EnumSet.noneOf(Seen.class);

    for (long seed = 0; seed < WORLDS; seed++) {
      compare("world " + seed + " under " + text, rules, new SlashWorld(rules, seed), seen);
    }

    assertThat(seen).isEqualTo(switch (rules.slashing().taking()) {
      case NOTHING -> EnumSet.of(Seen.SPARED, Seen.SEVERAL_SLASHES);
      // only the first delegation of a delegator is ever reached
      case AS_WRITTEN -> EnumSet.complementOf(EnumSet.of(Seen.TWO_FROM_ONE_DELEGATOR));
      case EXACT_SHARES -> EnumSet.allOf(Seen.class);
    });
  }

  private static void compare(String where, Rules rules, SlashWorld world, Set<Seen> seen) {
    List<Store.Change> state = world.chain.store().pairs();
    var layered = new Layered(state);
    var previews = new ArrayList<SlashPreview>();
    List<UnappliedSlash> queue = queue(layered);
    for (UnappliedSlash slash : queue) {
      SlashPreview preview = SlashPreview.of(TYPES, rules, layered, slash);
      layered.lay(preview.changes());
      previews.add(preview);
      note(slash, preview, seen);
    }
    if (queue.size() > 1) {
      seen.add(Seen.SEVERAL_SLASHES);
    }

    Runtime after = due(rules, state);
    Runtime without = due(takingNothing(rules), state);

    var expected = new Layered(without.store().pairs());
    previews.forEach(preview -> expected.lay(preview.changes()));
    assertThat(new Layered(after.store().pairs()).compared()).as(where)
        .isEqualTo(expected.compared());
    assertThat(previews).as(where).allMatch(preview -> preview.refusal().isEmpty());
    compareTyped(where, world, after, queue, previews);
  }

  private static Rules takingNothing(Rules rules) {
    return rules(String.join(",", rules.settings()) + ",slashing.taking=nothing");
  }

  /** The figures that people are shown. */
  private static void compareTyped(String where, SlashWorld world, Runtime after,
      List<UnappliedSlash> queue, List<SlashPreview> previews) {
    Map<Place, Balance> left = delegations(world, world.chain);
    Map<AccountId, Balance> stakes = new HashMap<>();
    world.operators.forEach(who -> stakes.put(who, world.chain.stakes().stake(who)));
    for (int i = 0; i < previews.size(); i++) {
      SlashPreview preview = previews.get(i);
      AccountId operator = queue.get(i).operator();
      stakes.computeIfPresent(operator, (who, stake) -> stake.minus(preview.stake()));
      var totals = new TreeMap<Asset, Balance>();
      totals.put(Asset.NATIVE, preview.stake());
      for (SlashPreview.Cut cut : preview.cuts()) {
        var place = new Place(cut.delegator(), operator, cut.asset());
        assertThat(cut.before()).as(where).isEqualTo(left.get(place));
        left.put(place, cut.before().minus(cut.loss()));
        totals.merge(cut.asset(), cut.loss(), Balance::plus);
      }
      assertThat(preview.totals()).as(where).isEqualTo(totals);
    }
    Map<Place, Balance> found = delegations(world, after);
    left.forEach((place, amount) -> assertThat(found.getOrDefault(place, Balance.ZERO))
        .as("%s: %s", where, place).isEqualTo(amount));
    stakes.forEach((who, stake) -> assertThat(after.stakes().stake(who)).as(where)
        .isEqualTo(stake));
  }

  private static void note(UnappliedSlash slash, SlashPreview preview, Set<Seen> seen) {
    if (!preview.stake().isZero()) {
      seen.add(Seen.STAKE_CUT);
    }
    var cutters = new ArrayList<AccountId>();
    for (SlashPreview.Cut cut : preview.cuts()) {
      if (cut.loss().isZero()) {
        seen.add(Seen.SPARED);
        continue;
      }
      seen.add(cut.asset().equals(Asset.NATIVE) ? Seen.TNT_CUT : Seen.ASSET_CUT);
      if (cut.loss().equals(cut.before())) {
        seen.add(Seen.ALL_TAKEN);
      }
      if (!cut.loss().times(100).equals(cut.before().times(slash.slashPercent().parts()))) {
        seen.add(Seen.ROUNDED);
      }
      if (cutters.contains(cut.delegator())) {
        seen.add(Seen.TWO_FROM_ONE_DELEGATOR);
      }
      cutters.add(cut.delegator());
    }
  }

  @Test
  void a_slash_of_nobody_says_why_nothing_is_taken() {
    var state = new Layered(World.withService(Rules.REPAIRED).chain.store().pairs());
    var slash = new UnappliedSlash(1, 0, 0, World.FERDIE,
        new Percent(10));

    SlashPreview preview = SlashPreview.of(TYPES, Rules.REPAIRED, state, slash);

    assertThat(preview.refusal()).contains("MultiAssetDelegation.NotAnOperator");
    assertThat(preview.changes()).isEmpty();
    assertThat(preview.totals()).containsExactlyEntriesOf(new TreeMap<>(Map.of(Asset.NATIVE,
        Balance.ZERO)));
  }
}

package io.fairlead.node.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.node.TinyRuntime;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PoolTest {
  private record Tx(String name, int size) implements CheckedExtrinsic {
    Tx(String name) {
      this(name, 10);
    }

    @Override
    public Bytes bytes() {
      return Bytes.wrap(java.util.Arrays.copyOf(Bytes.utf8(name).array(), size));
    }

    @Override
    public Hash hash() {
      return Hash.of(Blake2b.hash256(Bytes.utf8(name).array()));
    }
  }

  private final List<String> statuses = new ArrayList<>();
  private final Map<Hash, String> names = new HashMap<>();
  private Pool pool = pool(new PoolLimits(100, 10_000, 10, 1_000, 1_000));
  private long now;

  private Pool pool(PoolLimits limits) {
    return new Pool(limits, (hash, status) -> statuses
        .add(names.get(hash) + " " + status.getClass().getSimpleName()));
  }

  /** Account {@code who} with a nonce; the state's nonce is 0. */
  private Submitted submit(String who, int nonce, long priority) {
    return submit(who, nonce, 0, priority, 64, who + nonce + "/" + priority);
  }

  private Submitted submit(String who, int nonce, int stateNonce, long priority, long longevity,
      String name) {
    List<Bytes> requires =
        nonce == stateNonce ? List.of() : List.of(Bytes.utf8(who + (nonce - 1)));
    return submit(new Tx(name), new Validity.Valid(priority, requires,
        List.of(Bytes.utf8(who + nonce)), longevity, true));
  }

  private Submitted submit(Tx tx, Validity validity) {
    names.put(tx.hash(), tx.name());
    return pool.submit(tx, validity, 0, now);
  }

  private List<String> order() {
    return pool.pending().stream().map(it -> ((Tx) it).name()).toList();
  }

  private static Hash hash(String name) {
    return new Tx(name).hash();
  }

  private void include(String... included) {
    var blockOf = new HashMap<Hash, Hash>();
    for (String name : included) {
      blockOf.put(hash(name), Hash.ZERO);
    }
    pool.included(blockOf, now);
  }

  @Test
  void a_nonce_that_is_next_is_ready_and_a_later_one_waits_for_it() {
    submit("a", 1, 1);
    submit("a", 2, 1);

    assertThat(order()).isEmpty();
    assertThat(pool.futureCount()).isEqualTo(2);

    submit("a", 0, 1);

    assertThat(order()).containsExactly("a0/1", "a1/1", "a2/1");
    assertThat(statuses).containsExactly("a1/1 Future", "a2/1 Future", "a0/1 Ready", "a1/1 Ready",
        "a2/1 Ready");
  }

  @Test
  void higher_priority_goes_first_but_never_before_what_it_needs() {
    submit("a", 0, 1);
    submit("a", 1, 9);
    submit("b", 0, 5);

    assertThat(order()).containsExactly("b0/5", "a0/1", "a1/9");
  }

  @Test
  void of_equal_priority_the_shorter_lived_then_the_older_goes_first() {
    submit("a", 0, 0, 1, 64, "long, first");
    submit("b", 0, 0, 1, 64, "long, second");
    submit("c", 0, 0, 1, 8, "short");

    assertThat(order()).containsExactly("short", "long, first", "long, second");
  }

  @Test
  void the_same_transaction_again_is_already_imported() {
    submit("a", 0, 1);

    assertThat(submit("a", 0, 1)).isEqualTo(new Submitted.AlreadyImported(hash("a0/1")));
  }

  @Test
  void a_replacement_must_pay_more_and_usurps() {
    submit("a", 0, 5);
    submit("a", 1, 5);

    assertThat(submit("a", 0, 0, 5, 64, "same")).isEqualTo(new Submitted.TooLowPriority(5, 5));
    assertThat(submit("a", 0, 6)).isEqualTo(new Submitted.Taken(hash("a0/6")));

    assertThat(order()).containsExactly("a0/6", "a1/5");
    assertThat(statuses).containsExactly("a0/5 Ready", "a1/5 Ready", "a0/6 Ready",
        "a0/5 Usurped");
  }

  @Test
  void an_invalid_transaction_is_banned_for_a_while() {
    var stale = new Validity.Invalid(Validity.Kind.STALE);

    assertThat(submit(new Tx("x"), stale)).isEqualTo(new Submitted.Unfit(stale));
    assertThat(submit(new Tx("x"), stale)).isEqualTo(new Submitted.TemporarilyBanned());

    now = 1_000;
    assertThat(submit(new Tx("x"), stale)).isEqualTo(new Submitted.Unfit(stale));
  }

  @Test
  void an_unknown_validity_bans_nothing() {
    var unknown = new Validity.Unknown(Validity.Unknown.NO_UNSIGNED_VALIDATOR);

    assertThat(submit(new Tx("x"), unknown)).isEqualTo(new Submitted.Unfit(unknown));
    assertThat(submit(new Tx("x"), unknown)).isEqualTo(new Submitted.Unfit(unknown));
  }

  @Test
  void a_transaction_that_provides_nothing_is_refused() {
    assertThat(submit(new Tx("x"), new Validity.Valid(1, List.of(), List.of(), 64, true)))
        .isEqualTo(new Submitted.NoTagsProvided());
  }

  @Test
  void an_included_transaction_is_final_frees_the_next_and_cannot_come_again() {
    submit("a", 0, 1);
    submit("a", 1, 1);
    submit("a", 3, 1);
    statuses.clear();

    include("a0/1");

    assertThat(statuses).containsExactly("a0/1 InBlock", "a0/1 Finalized");
    assertThat(order()).containsExactly("a1/1");
    assertThat(submit("a", 0, 1)).isEqualTo(new Submitted.TemporarilyBanned());
    assertThat(pool.futureCount()).isEqualTo(1);
  }

  @Test
  void another_with_the_nonce_of_an_included_one_is_invalid() {
    submit("a", 0, 1);
    Hash other = hash("elsewhere");
    names.put(other, "elsewhere");

    include("elsewhere");
    pool.invalid(List.of(hash("a0/1")), now);

    assertThat(statuses).containsExactly("a0/1 Ready", "a0/1 Invalid");
    assertThat(order()).isEmpty();
  }

  @Test
  void an_invalid_one_takes_those_that_need_it_with_it() {
    submit("a", 0, 1);
    submit("a", 1, 1);
    submit("b", 0, 1);

    assertThat(pool.invalid(List.of(hash("a0/1")), now)).hasSize(2);

    assertThat(order()).containsExactly("b0/1");
  }

  @Test
  void a_full_pool_drops_the_cheapest_and_refuses_what_is_cheaper_still() {
    pool = pool(new PoolLimits(2, 10_000, 10, 1_000, 1_000));
    submit("a", 0, 5);
    submit("b", 0, 3);

    assertThat(submit("c", 0, 2)).isEqualTo(new Submitted.ImmediatelyDropped());
    assertThat(submit("d", 0, 4)).isEqualTo(new Submitted.Taken(hash("d0/4")));

    assertThat(order()).containsExactly("a0/5", "d0/4");
    assertThat(statuses).endsWith("d0/4 Ready", "b0/3 Dropped");
  }

  @Test
  void the_bytes_of_a_pool_are_limited_too() {
    pool = pool(new PoolLimits(100, 25, 10, 1_000, 1_000));
    submit("a", 0, 1);
    submit("b", 0, 1);

    submit("c", 0, 1);

    assertThat(order()).containsExactly("b0/1", "c0/1");
  }

  @Test
  void the_future_is_limited_and_drops_the_oldest() {
    pool = pool(new PoolLimits(100, 10_000, 2, 1_000, 1_000));
    submit("a", 1, 1);
    submit("b", 1, 1);
    submit("c", 1, 1);

    assertThat(statuses).contains("a1/1 Dropped");
    assertThat(pool.futureCount()).isEqualTo(2);
  }

  @Test
  void a_transaction_expires_with_its_longevity() {
    submit("a", 0, 0, 1, 3, "short");
    submit("b", 0, 0, 1, -1, "immortal");

    pool.expire(2, now);
    assertThat(order()).hasSize(2);
    pool.expire(3, now);

    assertThat(order()).containsExactly("immortal");
    assertThat(statuses).endsWith("short Invalid");
  }

  @Test
  void the_next_nonce_counts_what_is_ready() {
    submit("a", 0, 1);
    submit("a", 1, 1);
    submit("a", 3, 1);

    assertThat(pool.nextNonce(0, nonce -> Bytes.utf8("a" + nonce))).isEqualTo(2);
    assertThat(pool.nextNonce(0, nonce -> Bytes.utf8("b" + nonce))).isZero();
  }

  /** Whatever is submitted: nonces in order, each once, nothing waits for what is there. */
  @Property(tries = 300)
  void the_order_can_always_be_included(
      @ForAll @Size(max = 60) List<@IntRange(max = 4 * 6 * 5 - 1) Integer> choices) {
    pool = pool(new PoolLimits(12, 10_000, 6, 1_000, 1_000));
    var nonces = new int[4];

    for (int choice : choices) {
      int who = choice % 4;
      int nonce = choice / 4 % 6;
      if (choice % 7 == 0) {
        for (CheckedExtrinsic one : pool.best(2)) {
          Tx tx = (Tx) one;
          nonces[tx.name().charAt(0) - 'a']++;
          include(tx.name());
        }
      } else if (nonce >= nonces[who]) {
        String name = (char) ('a' + who) + "" + nonce + "/" + choice / 24;
        submit("" + (char) ('a' + who), nonce, nonces[who], choice / 24, 64, name);
      }
      assertCanBeIncluded(nonces);
    }
  }

  private void assertCanBeIncluded(int[] state) {
    int[] next = state.clone();
    Set<String> seen = new HashSet<>();
    for (String name : order()) {
      int who = name.charAt(0) - 'a';
      assertThat(name.charAt(1) - '0').as("%s in %s", name, order()).isEqualTo(next[who]++);
      assertThat(seen.add(name)).isTrue();
    }
    assertThat(pool.readyCount()).as("ready but in no order").isEqualTo(seen.size());
  }

  @Test
  void a_thousand_waiting_nonces_become_ready_in_order() {
    pool = pool(PoolLimits.DEFAULT);
    IntStream.range(1, 800).map(i -> 800 - i).forEach(nonce -> submit("a", nonce, 1));

    submit("a", 0, 1);

    assertThat(order()).hasSize(800);
    assertThat(order().getLast()).isEqualTo("a799/1");
  }

  @Test
  void the_tag_of_a_nonce_is_account_and_nonce() {
    assertThat(PoolActor.nonceTag(TinyRuntime.account(7)).apply(258).toString())
        .isEqualTo("0x" + "07".repeat(32) + "02010000");
  }
}

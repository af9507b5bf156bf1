package io.fairlead.runtime.bags;

import io.fairlead.runtime.staking.VoterList;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.primitive.AccountId;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The list itself ({@code pallet_bags_list::list::List}). A newcomer goes to the tail of its bag.
 */
public final class BagsList implements VoterList {
  private final BagsStorage storage;
  private final Block block;

  /** The list over its items; events go to {@code block}. */
  public BagsList(BagsStorage storage, Block block) {
    this.storage = storage;
    this.block = block;
  }

  @Override
  public boolean contains(AccountId who) {
    return storage.nodes.contains(who);
  }

  @Override
  public void insert(AccountId who, long votes) {
    if (!contains(who)) {
      append(new BagNode(who, null, null, 0, votes), BagThresholds.bagFor(votes));
    }
  }

  /** {@code on_update}: events Rebagged, when it moves, and ScoreUpdated. */
  @Override
  public void update(AccountId who, long votes) {
    BagNode node = storage.nodes.orNull(who);
    if (node != null) {
      update(node, votes);
    }
  }

  /** {@code do_rebag}. Refuses with NodeNotFound. */
  void rebag(AccountId who, long votes) {
    update(storage.nodes.orRefuse(who, ListError.NODE_NOT_FOUND.error()), votes);
  }

  private void update(BagNode node, long votes) {
    long from = node.bagUpper();
    long to = BagThresholds.bagFor(votes);
    if (from == to) {
      put(node.withScore(votes));
    } else {
      takeOut(node);
      append(node.withScore(votes), to);
      block.deposit(new BagsEvent.Rebagged(node.id(), from, to));
    }
    block.deposit(new BagsEvent.ScoreUpdated(node.id(), votes));
  }

  @Override
  public void remove(AccountId who) {
    BagNode node = storage.nodes.orNull(who);
    if (node != null) {
      takeOut(node);
      storage.nodes.remove(who);
    }
  }

  /**
   * Moves {@code heavier} right before {@code lighter}. Refuses with NodeNotFound, NotInSameBag,
   * NotHeavier.
   *
   * @param votes the votes of an account now
   */
  void putInFrontOf(AccountId lighter, AccountId heavier, ToLongFunction<AccountId> votes) {
    PalletError absent = ListError.NODE_NOT_FOUND.error();
    BagNode light = storage.nodes.orRefuse(lighter, absent);
    BagNode heavy = storage.nodes.orRefuse(heavier, absent);
    Refusal.ensure(light.bagUpper() == heavy.bagUpper(), ListError.NOT_IN_SAME_BAG.error());
    Refusal.ensure(
        Long.compareUnsigned(votes.applyAsLong(heavier), votes.applyAsLong(lighter)) > 0,
        ListError.NOT_HEAVIER.error());
    remove(heavier);
    BagNode at = storage.nodes.orRefuse(lighter, absent);
    AccountId prev = at.prev();
    change(prev, node -> node.between(node.prev(), heavier));
    if (prev == null) {
      Bag bag = bag(at.bagUpper());
      put(at.bagUpper(), new Bag(heavier, bag.tail()));
    }
    put(at.between(heavier, at.next()));
    put(heavy.between(prev, lighter));
  }

  private Bag bag(long upper) {
    Bag bag = storage.bags.orNull(upper);
    return bag == null ? Bag.EMPTY : bag;
  }

  private void put(long upper, Bag bag) {
    if (bag.equals(Bag.EMPTY)) {
      storage.bags.remove(upper);
    } else {
      storage.bags.put(upper, bag);
    }
  }

  private void put(BagNode node) {
    storage.nodes.put(node.id(), node);
  }

  private void change(@Nullable AccountId who, UnaryOperator<BagNode> change) {
    BagNode node = who == null ? null : storage.nodes.orNull(who);
    if (node != null) {
      put(change.apply(node));
    }
  }

  /** Takes a node out of the chain of its bag ({@code excise}) and from its ends. */
  private void takeOut(BagNode node) {
    change(node.prev(), prev -> prev.between(prev.prev(), node.next()));
    change(node.next(), next -> next.between(node.prev(), next.next()));
    if (node.isTerminal()) {
      Bag bag = bag(node.bagUpper());
      put(node.bagUpper(), new Bag(node.id().equals(bag.head()) ? node.next() : bag.head(),
          node.id().equals(bag.tail()) ? node.prev() : bag.tail()));
    }
  }

  private void append(BagNode node, long upper) {
    Bag bag = bag(upper);
    AccountId tail = bag.tail();
    put(new BagNode(node.id(), tail, null, upper, node.score()));
    change(tail, last -> last.between(last.prev(), node.id()));
    AccountId head = bag.head();
    put(upper, new Bag(head == null ? node.id() : head, node.id()));
  }
}

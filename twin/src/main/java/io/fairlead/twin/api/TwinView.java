package io.fairlead.twin.api;

import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.feed.FeedStatus;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.table.TableView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the API asks a twin. */
public interface TwinView {

  /**
   * Where it stands.
   *
   * @param chain specification name
   * @param genesis hash of block 0
   * @param ss58Prefix of the chain's addresses
   * @param generation number of this build of the entities
   * @param log its end
   * @param watermark block at which answers are true
   */
  record Standing(String chain, String genesis, int ss58Prefix, int generation, LogHead log,
      long watermark, FeedStatus feed) {}

  /** Where it stands now. */
  CompletionStage<Standing> standing();

  /** The block up to which every entity has its facts; -1 before the first. */
  long watermark();

  /** Calls {@code listener}, on any thread, whenever the watermark or that of the tables moved. */
  void onAdvance(Runnable listener);

  /** The tables; they may be behind the entities, or ahead of them by a window. */
  TableView tables();

  /** Why no rows can be written now; empty when they can. */
  String tablesTrouble();

  /** Events of the log with sequence numbers {@code from} to {@code to}, those that are there. */
  CompletionStage<List<Blocks>> log(long from, long to);

  /** An entity at block {@code watermark}, or later when it is that far ahead. */
  CompletionStage<TwinEntity.Answer> show(EntityKey key, long watermark);

  /** Events of an entity's journal with sequence numbers {@code from} to {@code to}. */
  CompletionStage<List<EntityEvent>> journal(EntityKey key, long from, long to);
}

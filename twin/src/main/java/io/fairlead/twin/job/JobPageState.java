package io.fairlead.twin.job;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.Maps;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 256 job calls.
 *
 * @param page number of a call divided by 256
 * @param calls by number
 */
public record JobPageState(long page, SortedMap<Long, JobCallState> calls) {
  public JobPageState {
    calls = Maps.copy(calls);
  }

  static final Codec<JobPageState> CODEC = Codecs.pair(Codecs.U64,
      Codecs.map(Codecs.U64, JobCallState.CODEC, Codecs.UNBOUNDED), JobPageState::new,
      JobPageState::page, JobPageState::calls);

  static JobPageState blank(long page) {
    return new JobPageState(page, new TreeMap<>());
  }

  JobCallState call(long id, long service) {
    return calls.getOrDefault(id, JobCallState.blank(id, service));
  }

  JobPageState with(JobCallState call) {
    return new JobPageState(page, Maps.with(calls, call.id(), call));
  }
}

package io.fairlead.twin.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs that leave something out. */
class BlockProofTest {
  @Test
  void a_proof_without_nodes_shows_neither_events_nor_time() {
    var proof = new BlockProof(Replica.empty(), Hash.ZERO, List.of());

    assertThat(proof.events()).isEmpty();
    assertThat(proof.showsTime()).isFalse();
  }
}

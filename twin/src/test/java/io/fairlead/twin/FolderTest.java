package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders that cannot be used: each is told with what to do, and stays as it was. */
class FolderTest {
  @TempDir private Path folder;

  private Twin twin(RunningNode node) throws Unusable {
    return twin(node.address());
  }

  private Twin twin(URI url) throws Unusable {
    return Twin.start(TwinConfig.of(List.of(url), folder, new From.Genesis()));
  }

  @Test
  void a_second_twin_on_a_folder_is_refused_and_the_first_goes_on() throws Exception {
    try (RunningNode node = Chains.node(Rules.REPAIRED); Twin first = twin(node)) {
      assertThatThrownBy(() -> twin(node)).isInstanceOf(Unusable.class)
          .hasMessageContaining(
              "is in use by another twin (process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
      Chains.awaitHead(first);
      assertThat(first.verify(true).differences()).isEmpty();
    }
  }

  @Test
  void a_folder_of_another_chain_is_refused_and_stays_usable() throws Exception {
    try (RunningNode mine = Chains.node(Rules.REPAIRED);
        RunningNode foreign =
            Chains.node(NodeConfig.temporary().withProfile("tangle-mainnet"))) {
      twin(mine).close();
      assertThatThrownBy(() -> twin(foreign)).isInstanceOf(Unusable.class)
          .hasMessageContaining("the data folder is of chain ").hasMessageContaining("--data");
      try (Twin again = twin(mine)) {
        Chains.awaitHead(again);
        assertThat(again.verify(true).differences()).isEmpty();
      }
    }
  }

  @Test
  void a_node_that_does_not_answer_is_told() {
    assertThatThrownBy(() -> twin(URI.create("ws://127.0.0.1:1"))).isInstanceOf(Unusable.class)
        .hasMessageContaining("no endpoint of the chain answers: ws://127.0.0.1:1");
  }

  @Test
  void a_folder_that_is_a_file_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    try (RunningNode node = Chains.node(Rules.REPAIRED)) {
      assertThatThrownBy(() -> Twin.start(
          TwinConfig.of(List.of(node.address()), file, new From.Genesis())))
          .isInstanceOf(Unusable.class).hasMessageContaining("cannot be used");
      assertThat(file).hasContent("mine");
    }
  }

  @Test
  void a_journal_that_is_torn_is_told_with_what_to_do() throws Exception {
    try (RunningNode node = Chains.node(Rules.REPAIRED)) {
      try (Twin twin = twin(node)) {
        Chains.awaitHead(twin);
      }
      Path journal = folder.resolve("g1/journal.mv.db");
      try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.allocate(4_096), 0);
        file.write(ByteBuffer.allocate(4_096), 4_096);
        file.truncate(12_288);
      }
      assertThatThrownBy(() -> twin(node)).isInstanceOf(Unusable.class)
          .hasMessageContaining("journal").hasMessageContaining("damaged");
    }
  }
}

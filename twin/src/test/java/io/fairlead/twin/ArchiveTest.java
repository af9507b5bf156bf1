package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.twin.load.Load;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin that moves in one file, and files that are not whole. */
class ArchiveTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static RunningNode node;
  private static Path file;

  @BeforeAll
  static void write() throws Exception {
    node = Chains.node(Rules.REPAIRED);
    Load.run(node.address(), 5, Duration.ofSeconds(1), progress -> {
    });
    try (Twin twin = twin(shared.resolve("twin"))) {
      Chains.awaitHead(twin);
      assertThatThrownBy(() -> Archive.write(shared.resolve("twin"), shared.resolve("early.zip")))
          .hasMessageContaining("is in use by another twin");
    }
    file = shared.resolve("twin.zip");
    assertThat(Archive.write(shared.resolve("twin"), file)).isEqualTo(Files.size(file));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Twin twin(Path data) throws Unusable {
    return Twin.start(TwinConfig.of(List.of(node.address()), data, new From.Genesis()));
  }

  @Test
  void what_was_imported_holds_the_same_and_goes_on() throws Exception {
    Path data = folder.resolve("again");
    Archive.read(file, data);

    assertThat(Content.of(data)).isEqualTo(Content.of(shared.resolve("twin")));
    try (Twin twin = twin(data)) {
      Load.run(node.address(), 6, Duration.ofMillis(300), progress -> {
      });
      Chains.awaitHead(twin);
      assertThat(twin.verify(true).differences()).isEmpty();
    }
  }

  @Test
  void a_flipped_byte_anywhere_leaves_no_folder() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    for (int place = 40; place < bytes.length - 400; place += bytes.length / 23) {
      byte[] broken = bytes.clone();
      broken[place] ^= 4;
      Path damaged = Files.write(folder.resolve("damaged.zip"), broken);
      Path data = folder.resolve("damaged" + place);

      assertThatThrownBy(() -> Archive.read(damaged, data)).as("byte %d", place)
          .isInstanceOf(Unusable.class);
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void a_file_that_breaks_off_or_is_something_else_leaves_no_folder() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Path data = folder.resolve("data");
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    Path other = Files.writeString(folder.resolve("other.zip"), "no zip");

    assertThatThrownBy(() -> Archive.read(half, data)).isInstanceOf(Unusable.class);
    assertThatThrownBy(() -> Archive.read(other, data)).isInstanceOf(Unusable.class)
        .hasMessageContaining("is no archive of a twin");
    assertThat(data).doesNotExist();
  }

  @Test
  void nothing_that_is_there_is_overwritten() throws Exception {
    Path data = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(data.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> Archive.read(file, data)).hasMessageContaining("is not empty");
    assertThatThrownBy(() -> Archive.write(shared.resolve("twin"), file))
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> Archive.write(data, folder.resolve("new.zip")))
        .hasMessageContaining("is no data folder of a twin");
    assertThat(data.resolve("mine.txt")).hasContent("mine");
  }
}

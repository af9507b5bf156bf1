package io.fairlead.twin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures what it says; how fast that is belongs to no test. */
class TwinBenchTest {
  @TempDir private Path folder;

  @Test
  void every_figure_of_the_design_is_measured() throws Exception {
    var figures = new ArrayList<Figure>();

    TwinBench.run(new TwinBench.Sizes(50, 500, 200), folder, figures::add);

    assertThat(figures).hasSize(9).allSatisfy(it -> {
      assertThat(it.value()).isPositive();
      assertThat(it.floor()).isPositive();
    });
    assertThat(figures).extracting(Figure::what).contains("facts into the log",
        "quiet blocks with proof, source not the limit");
  }

  @Test
  void a_floor_is_kept_from_the_right_side() {
    assertThat(new Figure("rate", 5, "1/s", 4, 9, false).isKept()).isTrue();
    assertThat(new Figure("rate", 3, "1/s", 4, 9, false).isKept()).isFalse();
    assertThat(new Figure("time", 5, "ms", 4, 1, true).isKept()).isFalse();
    assertThat(new Figure("time", 3, "ms", 4, 1, true).isKept()).isTrue();
  }
}

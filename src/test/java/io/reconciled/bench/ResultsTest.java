package io.reconciled.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Measured SLOW =
      Measured.of("sweep", 6, "keys/s").beside("bare merge", 10).within(Limit.atLeast(0.7));
  private static final Measured FAST =
      Measured.of("sweep", 8, "keys/s").beside("bare merge", 10).within(Limit.atLeast(0.7));

  @Test
  void limitIsPutOnTheRatioToTheFloor() {
    assertThat(SLOW.passes()).isFalse();
    assertThat(FAST.passes()).isTrue();
    assertThat(run(SLOW, FAST).passed()).isFalse();
    assertThat(run(FAST).passed()).isTrue();
  }

  @Test
  void limitIsPutOnTheValueWhereThereIsNoFloor() {
    assertThat(Measured.of("false alarms", 1, "keys").within(Limit.exactly(0)).passes()).isFalse();
    assertThat(Measured.of("false alarms", 0, "keys").within(Limit.exactly(0)).passes()).isTrue();
  }

  @Test
  void whatIsNotANumberKeepsNoLimit() {
    assertThat(Measured.of("sweep", Double.NaN, "s").within(Limit.atMost(1)).passes()).isFalse();
  }

  @Test
  void figureThatBreaksFailsTheRunAndIsNamed() {
    Results results =
        run(
            List.of(
                figure(() -> {
                  throw new IllegalStateException("no server");
                }),
                figure(() -> List.of(FAST))));

    assertThat(results.passed()).isFalse();
    assertThat(results.table()).contains("NOT MEASURED", "no server", "bare merge");
  }

  @Test
  void figureThatMeasuresNothingFailsTheRun() {
    assertThat(run().passed()).isFalse();
  }

  @Test
  void unknownSettingsAreRefused() {
    assertThatThrownBy(() -> BenchSettings.of(List.of("KEYS=5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KEYS=5");
    assertThat(BenchSettings.of(List.of("N=5000", "ONLY=sweep,beside")))
        .isEqualTo(new BenchSettings(5_000, 3, Set.of("sweep", "beside")));
  }

  private interface Measuring {
    List<Measured> lines();
  }

  private static Results run(Measured... lines) {
    return run(List.of(figure(() -> List.of(lines))));
  }

  private static Results run(List<Figure> figures) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Bench.run(new BenchSettings(1_000, 1, Set.of()), figures, nowhere);
  }

  private static Figure figure(Measuring measuring) {
    return new Figure() {
      @Override
      public String name() {
        return "figure" + System.identityHashCode(this);
      }

      @Override
      public String about() {
        return "a figure";
      }

      @Override
      public List<Measured> measure(Ground ground) {
        return measuring.lines();
      }
    };
  }
}

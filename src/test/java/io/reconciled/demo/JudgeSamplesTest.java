package io.reconciled.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeSamplesTest {

  private static final int SAMPLES = 30;

  @Test
  void whatStaysAsItIsIsSound() {
    assertThat(judge(i -> 100_000_000 + i % 3, i -> 40).problems()).isEmpty();
  }

  @Test
  void aHeapThatGrowsIsNamed() {
    JudgeSamples judge = judge(i -> 100_000_000 + i * 1_000_000L, i -> 40);

    assertThat(judge.heapTrend()).isCloseTo(0.146, within(0.01));
    assertThat(judge.problems()).singleElement().asString().contains("heap", "14");
  }

  @Test
  void whatIsHeldWhileItWarmsUpDoesNotCount() {
    assertThat(judge(i -> i < 6 ? 10_000_000 : 100_000_000, i -> i < 6 ? 10 : 40).problems())
        .isEmpty();
  }

  @Test
  void threadsThatBecomeMoreAreNamed() {
    assertThat(judge(i -> 100, i -> 40 + i / 5).problems())
        .singleElement()
        .asString()
        .contains("threads grew from 42 to 45");
  }

  @Test
  void aFewSamplesTellNothing() {
    assertThat(new JudgeSamples(List.of(sample(1, 1))).problems()).hasSize(1);
  }

  private static JudgeSamples judge(IntToLongFunction heap, IntToLongFunction threads) {
    return new JudgeSamples(
        IntStream.range(0, SAMPLES)
            .mapToObj(i -> sample(heap.applyAsLong(i), threads.applyAsLong(i)))
            .toList());
  }

  private static Sample sample(long heap, long threads) {
    return new Sample(Instant.EPOCH, Map.of(Sample.HEAP, heap, Sample.THREADS, threads));
  }
}

package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Condition.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CelThreadsTest {
  private static final int THREADS = 4;
  private static final int TIMES = 5_000;

  @Test
  void oneConditionServesSeveralThreads() throws Exception {
    Condition condition = Expr.compiled("crm.a.map(x, x + billing.b).all(y, y > billing.b)");
    List<Callable<Long>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      long own = thread;
      work.add(
          () -> LongStream.range(0, TIMES).filter(i -> holds(condition, own % 2 == 0, i)).count());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Long> held = new ArrayList<>();
      for (Future<Long> future : threads.invokeAll(work)) {
        held.add(future.get());
      }
      assertThat(held).containsExactly((long) TIMES, 0L, (long) TIMES, 0L);
    }
  }

  private static boolean holds(Condition condition, boolean positive, long b) {
    Value element = Value.number(positive ? 1 : -1);
    Outcome outcome =
        condition.over(
            Map.of(
                new DatasetName("crm"), Map.of("a", new Value.Array(List.of(element, element))),
                new DatasetName("billing"), Map.of("b", Value.number(b))));
    return outcome.equals(new Outcome.Decided(true));
  }
}

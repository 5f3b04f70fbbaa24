package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.store.FetchInterrupted;
import io.reconciled.store.StoreFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Puts one question about every dataset to all stores at the same time. */
final class AskAll {
  private final List<Dataset> datasets;
  private final Executor executor;

  AskAll(List<Dataset> datasets, Executor executor) {
    this.datasets = datasets;
    this.executor = executor;
  }

  /**
   * @return every answer, in the order of the datasets; all stores have answered by then
   * @throws BrokenStream where a store did not
   */
  <T> Map<Dataset, T> ask(Function<Dataset, T> question) {
    List<CompletableFuture<T>> asked = new ArrayList<>();
    datasets.forEach(dataset ->
        asked.add(CompletableFuture.supplyAsync(() -> question.apply(dataset), executor)));
    CompletableFuture<?> all = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
    waitFor(all.handle((done, failed) -> asked));
    Map<Dataset, T> answers = new LinkedHashMap<>();
    for (int i = 0; i < datasets.size(); i++) {
      answers.put(datasets.get(i), answer(datasets.get(i), asked.get(i)));
    }
    return answers;
  }

  private static <T> T answer(Dataset dataset, CompletableFuture<T> asked) {
    if (asked.isCompletedExceptionally() && asked.exceptionNow() instanceof StoreFailure failure) {
      throw new BrokenStream(dataset.name(), failure.unread());
    }
    return asked.join();
  }

  private static void waitFor(CompletableFuture<?> all) {
    try {
      all.get();
    } catch (InterruptedException shuttingDown) {
      Thread.currentThread().interrupt();
      throw new FetchInterrupted();
    } catch (ExecutionException handled) {
      throw new IllegalStateException(handled);
    }
  }
}

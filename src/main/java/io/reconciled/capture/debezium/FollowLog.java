package io.reconciled.capture.debezium;

import io.debezium.DebeziumException;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.reconciled.capture.Deliveries;
import io.reconciled.capture.Engine;
import io.reconciled.model.StoreName;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jboss.logging.Logger;

/** One run of an embedded engine, on a thread of its own. */
final class FollowLog implements Engine {
  private static final Logger LOG = Logger.getLogger(FollowLog.class);
  private static final Duration BETWEEN_TRIES_TO_STOP = Duration.ofMillis(100);
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
  private final Thread thread;

  FollowLog(StoreName store, Properties properties, Deliveries deliveries) {
    this.engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(properties)
            .using(FollowLog.class.getClassLoader())
            .using((success, message, error) -> {
              LOG.debugf(error, "engine %s ended: %s", store, message);
              end.complete(why(message, error));
            })
            .notifying(new HandleBatch(deliveries))
            .build();
    this.thread = Thread.ofPlatform().name("engine-" + store).daemon().unstarted(this::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Optional<End> endedWithin(Duration limit) throws InterruptedException {
    try {
      String why = end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(new End(why, LogGone.isSaidBy(why)));
    } catch (TimeoutException stillRuns) {
      return Optional.empty();
    } catch (ExecutionException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  @Override
  public void stop() {
    try {
      do {
        close();
      } while (!thread.join(BETWEEN_TRIES_TO_STOP));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The engine refuses to be closed while its tasks start and when it is closed already. */
  private void close() {
    try {
      engine.close();
    } catch (IllegalStateException notNow) {
      LOG.tracef("engine %s: %s", thread.getName(), notNow.getMessage());
    } catch (IOException failed) {
      LOG.warnf("engine %s did not end in good order: %s", thread.getName(), failed.getMessage());
    }
  }

  private void run() {
    try {
      engine.run();
    } catch (DebeziumException | IllegalStateException failed) {
      LOG.debugf(failed, "engine %s failed", thread.getName());
    } finally {
      end.complete("its engine ended without a reason; the log says more");
    }
  }

  private static String why(String message, Throwable error) {
    if (error == null) {
      return message;
    }
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String outer = String.valueOf(error.getMessage());
    String inner = String.valueOf(root.getMessage());
    return outer.contains(inner) ? outer : outer + ": " + inner;
  }
}

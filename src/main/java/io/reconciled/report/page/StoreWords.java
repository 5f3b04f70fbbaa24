package io.reconciled.report.page;

import io.reconciled.report.CaptureState;
import io.reconciled.report.InWords;
import io.reconciled.report.LogState;
import io.reconciled.report.StoreState;
import io.reconciled.report.SweepingState;
import java.time.Instant;

/** Words one store's line. */
final class StoreWords {
  private static final int MEGABYTE = 20;

  private StoreWords() {}

  static FrontView.StoreLine line(StoreState store, Instant now) {
    CaptureState capture = store.capture();
    return new FrontView.StoreLine(
        store.store(),
        store.kind(),
        state(store),
        words(store, now) + letGo(store.log(), now) + sweeps(store.sweeping(), now),
        capture.position().orElse(""),
        log(store.log()),
        InWords.number(capture.heldKeys()));
  }

  private static String letGo(LogState log, Instant now) {
    return log.lastLetGo()
        .map(last -> "; let go of its log " + InWords.ago(last.at(), now) + ": " + last.why())
        .orElse("");
  }

  private static String log(LogState log) {
    return log.retainedBytes()
        .map(bytes -> megabytes(bytes) + " kept")
        .or(() -> log.behindBytes().map(bytes -> megabytes(bytes) + " behind"))
        .or(() -> log.leftSeconds().map(seconds -> InWords.seconds((double) seconds) + " left"))
        .orElse("");
  }

  private static String megabytes(long bytes) {
    return InWords.number(bytes >> MEGABYTE) + " MB";
  }

  private static String sweeps(SweepingState sweeping, Instant now) {
    return sweeping
        .closed()
        .map(closed ->
            "; sweeps wait for %s: %s"
                .formatted(InWords.lasting(closed.since(), now), closed.why()))
        .orElse("");
  }

  private static String state(StoreState store) {
    if (store.failure().isPresent()) {
      return "down";
    }
    return switch (store.capture().mode()) {
      case OFF, FOLLOWING -> "up";
      case STARTING, STOPPED -> "waiting";
    };
  }

  private static String words(StoreState store, Instant now) {
    if (store.failure().isPresent()) {
      StoreState.Failure failure = store.failure().get();
      return failure.reason().spoken()
          + " for "
          + InWords.lasting(failure.since(), now)
          + ": "
          + failure.detail();
    }
    CaptureState capture = store.capture();
    return switch (capture.mode()) {
      case OFF -> "answers; covered by sweeps only";
      case STARTING -> "answers; following its changes soon";
      case STOPPED -> "answers; its changes are not followed: " + capture.detail();
      case FOLLOWING ->
          "answers; "
              + InWords.count(capture.events(), "event")
              + capture.lastEvent().map(at -> ", the last " + InWords.ago(at, now)).orElse("");
    };
  }
}

package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a run as a scenario file, as far as its language goes: the daemon of a scenario has its
 * own settings, dies only between two of its steps, and its state database is up or down.
 */
final class WriteScenario {
  private final long seed;
  private final Outcome outcome;
  private final List<String> leftOut = new ArrayList<>();

  WriteScenario(long seed, Outcome outcome) {
    this.seed = seed;
    this.outcome = outcome;
  }

  /** Returns the file. */
  Path into(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.write(folder.resolve("seed-" + seed + ".scenario"), lines());
  }

  /** What the file does not say; to be asked after it was written. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  List<String> lines() {
    leftOut.clear();
    Landscape landscape = outcome.landscape();
    List<String> lines = new ArrayList<>();
    outcome
        .failure()
        .ifPresent(failure -> lines.add("# " + failure.what().lines().findFirst().orElse("")));
    lines.add("grace  " + Times.text(landscape.grace()));
    lines.add("stores " + names(landscape.stores()));
    List<StoreName> unfollowed = new ArrayList<>(landscape.stores());
    unfollowed.removeAll(landscape.followed());
    if (!unfollowed.isEmpty()) {
      lines.add("unfollowed " + names(unfollowed));
    }
    outcome.happened().stream()
        .filter(action -> action.at().isNegative())
        .forEach(action -> inWords(action).ifPresent(words -> lines.add("before " + words)));
    landscape.places().stream()
        .filter(place -> !place.latency().isZero())
        .forEach(place ->
            lines.add("0s     %s slow %s".formatted(place.store(), Times.text(place.latency()))));
    outcome.happened().stream()
        .filter(action -> !action.at().isNegative())
        .forEach(action ->
            inWords(action)
                .ifPresent(words -> lines.add("%-7s%s".formatted(Times.text(action.at()), words))));
    outcome.failure().ifPresent(failure -> lines.add(Times.text(failure.at()) + " expect nothing"));
    leftOut.add("settings: %s, %s".formatted(landscape.due(), landscape.recheck()));
    return lines;
  }

  private Optional<String> inWords(Action action) {
    return switch (action) {
      case Action.Put put ->
          Optional.of("%s put %d status=%s".formatted(put.store(), put.key(), put.status()));
      case Action.Remove remove ->
          Optional.of("%s remove %d".formatted(remove.store(), remove.key()));
      case Action.Down down -> Optional.of(down.store() + " down");
      case Action.Up up -> Optional.of(up.store() + " up");
      case Action.Lag lag ->
          Optional.of(
              lag.store()
                  + " capture "
                  + lag.lag().map(later -> "lags " + Times.text(later)).orElse("stalls"));
      case Action.Kill kill -> {
        leftOut.add(action + ": the daemon restarts, but not in the middle of something");
        yield Optional.of("daemon restarts");
      }
      case Action.State state -> Optional.of("state " + (state.up() ? "up" : "down"));
      case Action.Sweep sweep when !sweep.onlyMoved() -> Optional.of("daemon sweeps");
      case Action.Sweep ignored -> leaveOut(action);
      case Action.EngineEnds ignored -> leaveOut(action);
      case Action.Again ignored -> leaveOut(action);
      case Action.Hiccup ignored -> leaveOut(action);
    };
  }

  private Optional<String> leaveOut(Action action) {
    leftOut.add(action.toString());
    return Optional.empty();
  }

  private static String names(List<StoreName> stores) {
    return stores.stream()
        .map(store -> store.value().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}

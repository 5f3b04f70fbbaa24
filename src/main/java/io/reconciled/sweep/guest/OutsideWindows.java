package io.reconciled.sweep.guest;

import io.reconciled.rules.SweepLimits.Window;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * It is none of the times of day that sweeps may run in.
 *
 * @param windows at least one
 */
record OutsideWindows(List<Window> windows, ZoneId zone, InstantSource clock) implements Barrier {
  @Override
  public Optional<String> why() {
    LocalTime now = LocalTime.ofInstant(clock.instant(), zone);
    return windows.stream().anyMatch(window -> window.contains(now))
        ? Optional.empty()
        : Optional.of(
            windows.stream()
                .map(Window::toString)
                .collect(Collectors.joining(", ", "it is not within ", " (" + zone + ")")));
  }
}

package io.reconciled.report;

import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.gauge.HowFar;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One sweep.
 *
 * @param asked who or what started it
 * @param state {@code running}, {@code complete}, {@code incomplete}, {@code cancelled} or {@code
 *     broken_off}
 * @param seconds how long it took; empty while it runs
 * @param suspects keys that differed at that moment, and were handed to a look
 * @param keyless rows without a usable key, by dataset and why
 * @param unread what could not be read and why, by dataset
 * @param progress how far it is, while it runs
 */
public record SweepReport(
    long id,
    String entity,
    String asked,
    String state,
    Instant started,
    Optional<Instant> finished,
    Optional<Double> seconds,
    long keys,
    long suspects,
    Map<String, Long> rows,
    Map<String, Map<String, Long>> keyless,
    long unreadRanges,
    Map<String, String> unread,
    Optional<SweepProgressReport> progress) {

  /** Without its progress. */
  public static SweepReport of(Sweep sweep) {
    return of(sweep, Optional.empty());
  }

  public static SweepReport of(Sweep sweep, Optional<HowFar> progress) {
    return new SweepReport(
        sweep.id(),
        sweep.entity().value(),
        sweep.asked(),
        sweep.state().name().toLowerCase(Locale.ROOT),
        sweep.started(),
        sweep.finished(),
        sweep.finished().map(end -> Times.seconds(Duration.between(sweep.started(), end))),
        sweep.keys(),
        sweep.suspects(),
        new TreeMap<>(sweep.rows()),
        new TreeMap<>(sweep.keyless()),
        sweep.unreadRanges(),
        new TreeMap<>(sweep.unread()),
        progress.map(SweepProgressReport::of));
  }
}

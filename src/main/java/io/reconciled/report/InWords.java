package io.reconciled.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts and times as people read them. */
public final class InWords {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private InWords() {}

  /** {@code 1 key}, {@code 10,000 keys}, {@code 2 discrepancies}. */
  public static String count(long count, String noun) {
    return number(count) + " " + (count == 1 ? noun : plural(noun));
  }

  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 850 ms}, {@code 1.2 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
  public static String seconds(double seconds) {
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < HOUR) {
      return two(whole / MINUTE, "min", whole % MINUTE, "s");
    }
    return whole < DAY
        ? two(whole / HOUR, "h", whole % HOUR / MINUTE, "min")
        : two(whole / DAY, "d", whole % DAY / HOUR, "h");
  }

  /** {@code just now} up to two seconds, then {@code 3 min 20 s ago}. */
  public static String ago(Instant then, Instant now) {
    long seconds = Duration.between(then, now).toSeconds();
    return seconds < 2 ? "just now" : wholeSeconds(seconds) + " ago";
  }

  /** {@code 30 s}: how long something has lasted. */
  public static String lasting(Instant since, Instant now) {
    return wholeSeconds(Math.max(0, Duration.between(since, now).toSeconds()));
  }

  /** {@code 17 (median 1.2 s, 95 % within 3.0 s, longest 4.1 s)}. */
  public static String times(Times times) {
    return "%s (median %s, 95 %% within %s, longest %s)"
        .formatted(
            number(times.count()),
            seconds(times.medianSeconds()),
            seconds(times.p95Seconds()),
            seconds(times.maxSeconds()));
  }

  /** {@code billing: unreachable, for 30 s (…)}. */
  public static String gap(Gap gap, Instant now) {
    StringBuilder words = new StringBuilder();
    gap.dataset().ifPresent(dataset -> words.append(dataset).append(": "));
    words.append(gap.reason().spoken());
    gap.keys().ifPresent(keys -> words.append(", ").append(count(keys, "key")));
    gap.since().ifPresent(since -> words.append(", for ").append(lasting(since, now)));
    return words.append(" (").append(gap.detail()).append(")").toString();
  }

  /** {@code 45 %, 52,000 rows/s, about 12 s left}, or why it waits. */
  public static String progress(SweepProgressReport progress) {
    List<String> words = new ArrayList<>();
    progress.percent().ifPresent(percent -> words.add(percent + " %"));
    words.add(number(Math.round(progress.rowsPerSecond())) + " rows/s");
    progress
        .remainingSeconds()
        .ifPresent(left -> words.add("about " + wholeSeconds(Math.round(left)) + " left"));
    progress.waits().forEach(why -> words.add("waits for " + why));
    return String.join(", ", words);
  }

  /** {@code Rules of 2026-01-31T12:00:00Z are in force; the files were refused at …:}. */
  public static String refused(RulesState rules, RefusedFiles files) {
    return "Rules of %s are in force; the files were refused at %s:"
        .formatted(
            rules.since().truncatedTo(ChronoUnit.SECONDS),
            files.at().truncatedTo(ChronoUnit.SECONDS));
  }

  /** {@code 30 s}, {@code 3 min 20 s}. */
  public static String wholeSeconds(long seconds) {
    return seconds < MINUTE ? seconds + " s" : seconds((double) seconds);
  }

  private static String plural(String noun) {
    return noun.endsWith("y") && !noun.endsWith("ey")
        ? noun.substring(0, noun.length() - 1) + "ies"
        : noun + "s";
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}

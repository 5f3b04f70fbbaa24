package io.reconciled.rules;

import io.reconciled.rules.SweepLimits.Link;
import io.reconciled.rules.SweepLimits.PauseAbove;
import io.reconciled.rules.SweepLimits.Window;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sweep:} of a connector. */
final class ReadSweepLimits {
  static final List<String> KEYS =
      List.of(
          "rowsPerSecond",
          "connections",
          "readUrl",
          "windows",
          "zone",
          "pauseFile",
          "pauseAbove",
          "link");
  static final List<String> PAUSE_ABOVE_KEYS = List.of("activeSessions", "replicaLag");
  private static final int MOST_ROWS = 1_000_000_000;
  private static final int MOST_CONNECTIONS = 16;
  private static final int MOST_SESSIONS = 1_000_000;
  private static final Duration LONGEST_LAG = Duration.ofDays(1);
  private static final Pattern WINDOW =
      Pattern.compile("([0-9]{2}:[0-9]{2})\\s*-\\s*([0-9]{2}:[0-9]{2})");

  private ReadSweepLimits() {}

  /**
   * @param kind a known kind; empty where that could not be read
   */
  static SweepLimits of(Part part, Optional<String> kind) {
    Section section = Section.of(part, KEYS);
    List<Window> windows =
        section.optional("windows").map(Part::itemsOrSelf).orElse(List.of()).stream()
            .flatMap(item -> window(item).stream())
            .toList();
    Optional<URI> readUrl = section.optional("readUrl").flatMap(url -> ReadUrl.of(url, kind));
    return new SweepLimits(
        number(section, "rowsPerSecond", MOST_ROWS),
        number(section, "connections", MOST_CONNECTIONS).orElse(SweepLimits.DEFAULT_CONNECTIONS),
        readUrl,
        windows,
        section.optional("zone").flatMap(ReadSweepLimits::zone).orElse(ZoneOffset.UTC),
        section.optional("pauseFile").flatMap(ReadSweepLimits::file),
        section.optional("pauseAbove").map(ReadSweepLimits::pauseAbove).orElse(PauseAbove.NOTHING),
        section.optional("link").flatMap(ReadSweepLimits::link).orElse(Link.WIDE));
  }

  private static Optional<Link> link(Part part) {
    return part.text(
        text ->
            switch (text.strip()) {
              case "wide" -> Optional.of(Link.WIDE);
              case "narrow" -> Optional.of(Link.NARROW);
              default -> Optional.empty();
            },
        "wide or narrow",
        "write narrow where the store is far or metered, else remove the line");
  }

  private static PauseAbove pauseAbove(Part part) {
    Section section = Section.of(part, PAUSE_ABOVE_KEYS);
    return new PauseAbove(
        number(section, "activeSessions", MOST_SESSIONS),
        section.optional("replicaLag").flatMap(lag -> ReadDuration.of(lag, LONGEST_LAG)));
  }

  private static OptionalInt number(Section section, String name, int most) {
    return section
        .optional(name)
        .flatMap(part ->
            part.text(
                text -> parse(text).filter(number -> number >= 1 && number <= most),
                "a whole number from 1 to " + most,
                "write one, or remove the line"))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<Integer> parse(String text) {
    try {
      return Optional.of(Integer.valueOf(text.strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Window> window(Part part) {
    return part.text(
        ReadSweepLimits::window,
        "two different times of day",
        "write it as \"22:00-06:00\"; leave windows: out for the whole day");
  }

  private static Optional<Window> window(String text) {
    Matcher matcher = WINDOW.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(matcher.group(1));
      LocalTime to =
          matcher.group(2).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
      return Optional.of(new Window(from, to)).filter(window -> !from.equals(to));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(Part part) {
    return part.text(
        text -> {
          try {
            return Optional.of(ZoneId.of(text.strip()));
          } catch (DateTimeException unknown) {
            return Optional.empty();
          }
        },
        "a time zone",
        "write it as Europe/Berlin, or UTC");
  }

  /** A relative path is meant from the connector file. */
  private static Optional<Path> file(Part part) {
    return part.text(
        text -> {
          try {
            return Optional.of(part.document().file().resolveSibling(text));
          } catch (InvalidPathException notAPath) {
            return Optional.empty();
          }
        },
        "the path of a file",
        "write one, such as /run/reconciled/crm.pause");
  }
}

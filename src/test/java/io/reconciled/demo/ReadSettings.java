package io.reconciled.demo;

import io.reconciled.demo.Settings.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings from arguments {@code NAME=value}, and from the environment for what no argument names.
 * All that is wrong with them is said at once.
 */
final class ReadSettings {

  static final List<String> NAMES =
      List.of(
          "SECONDS", "LOSS", "SEEDS", "RATE", "KILLS", "OUTAGE", "KEYS", "STATE", "PORT", "SEED",
          "SOAK");

  private static final Pattern OUTAGE = Pattern.compile("(crm|billing|profiles):(\\d{1,4})");
  private static final int DAY = 86_400;
  private static final int LAST_PORT = 65_535;

  private final Map<String, String> given = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ReadSettings() {}

  /** Either the settings, or why there are none. */
  sealed interface Read {
    record Sound(Settings settings) implements Read {}

    record Refused(List<String> problems) implements Read {}
  }

  /**
   * Reads them.
   *
   * @param randomSeed taken where none is given
   */
  static Read of(List<String> arguments, Map<String, String> environment, long randomSeed) {
    ReadSettings read = new ReadSettings();
    NAMES.stream()
        .filter(environment::containsKey)
        .forEach(name -> read.given.put(name, environment.getOrDefault(name, "")));
    arguments.forEach(read::argument);
    Settings settings = read.settings(randomSeed);
    return read.problems.isEmpty()
        ? new Read.Sound(settings)
        : new Read.Refused(List.copyOf(read.problems));
  }

  private void argument(String argument) {
    int sign = argument.indexOf('=');
    if (sign > 0 && NAMES.contains(argument.substring(0, sign))) {
      given.put(argument.substring(0, sign), argument.substring(sign + 1));
    } else {
      problems.add(
          "%s is no setting of the demo; write NAME=value with one of %s."
              .formatted(argument, String.join(", ", NAMES)));
    }
  }

  private Settings settings(long randomSeed) {
    int seconds = number("SECONDS", 0, 0, DAY);
    Optional<Duration> run =
        seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    int kills = number("KILLS", 0, 0, 1_000);
    if (kills > 0 && seconds == 0) {
      problems.add("KILLS need a run that ends: set SECONDS too.");
    }
    int port = number("PORT", 0, 0, LAST_PORT);
    return new Settings(
        run,
        !either("LOSS", "on", "off"),
        number("SEEDS", 20, 0, 100),
        number("RATE", 50, 1, 1_000),
        kills,
        outage(seconds),
        number("KEYS", 10_000, 1_000, 10_000_000),
        either("STATE", "h2", "postgresql"),
        port > 0 ? OptionalInt.of(port) : OptionalInt.empty(),
        seed(randomSeed),
        soak());
  }

  private Optional<Duration> soak() {
    int every = number("SOAK", 0, 0, DAY);
    return every > 0 ? Optional.of(Duration.ofSeconds(every)) : Optional.empty();
  }

  /** Whether it says the other of two words, and not the usual one. */
  private boolean either(String name, String usual, String other) {
    String text = value(name).orElse(usual);
    if (!text.equals(usual) && !text.equals(other)) {
      problems.add("%s is %s; it may be %s or %s.".formatted(name, text, usual, other));
    }
    return text.equals(other);
  }

  private Optional<Outage> outage(int seconds) {
    Optional<String> text = value("OUTAGE");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = OUTAGE.matcher(text.get());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) < 1) {
      problems.add(
          "OUTAGE is %s; write a store and seconds, as in billing:30.".formatted(text.get()));
      return Optional.empty();
    }
    int length = Integer.parseInt(matcher.group(2));
    if (seconds > 0 && seconds < 2 * length) {
      problems.add(
          "OUTAGE begins after a third of the run, and %d s do not fit into SECONDS=%d: set it to %d."
              .formatted(length, seconds, 3 * length));
    }
    return Optional.of(new Outage(matcher.group(1), Duration.ofSeconds(length)));
  }

  private long seed(long otherwise) {
    Optional<String> text = value("SEED");
    try {
      return text.map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      problems.add("SEED is %s; it must be a whole number.".formatted(text.orElse("")));
      return otherwise;
    }
  }

  private int number(String name, int otherwise, int least, int most) {
    Optional<String> text = value(name);
    try {
      int number = text.map(Integer::parseInt).orElse(otherwise);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    problems.add(
        "%s is %s; it must be a whole number from %d to %d."
            .formatted(name, text.orElse(""), least, most));
    return otherwise;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }
}

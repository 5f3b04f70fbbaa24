package io.reconciled.scenario;

import io.reconciled.discrepancy.Status;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands behind the time of a step.
 *
 * <pre>
 * STORE put KEY status=TEXT       one row with the key; {@code null}, and {@code <type>} for a
 *                                 value of a type that nothing can be made of
 * STORE add KEY status=TEXT       one row more
 * STORE remove KEY
 * STORE down | up
 * STORE slow 300ms
 * STORE capture lags 8s | stalls
 * daemon sweeps | restarts
 * state down | up                 the daemon's own database
 * expect nothing
 * expect KEY RULE suspected | confirmed | resolved | converged [: finding in words]
 * expect KEY RULE unverified REASON
 * expect STORE unreachable
 * expect N incidents open
 * </pre>
 */
record ReadStep(List<StoreName> stores) {
  Step step(List<String> words) {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "daemon" -> daemon(rest(words, 1));
      case "state" -> state(word(words, 1));
      case "expect" -> expect(rest(words, 1));
      default -> inStore(store(word(words, 0)), word(words, 1), rest(words, 2));
    };
  }

  private static Step daemon(List<String> words) {
    return switch (word(words, 0)) {
      case "sweeps" -> new Step.Sweep();
      case "restarts" -> new Step.Restart();
      default -> throw notUnderstood("the daemon " + words.getFirst());
    };
  }

  private static Step state(String word) {
    return switch (word) {
      case "down" -> new Step.State(false);
      case "up" -> new Step.State(true);
      default -> throw notUnderstood("the state database is not " + word);
    };
  }

  private static Step inStore(StoreName store, String verb, List<String> words) {
    return switch (verb) {
      case "put" -> new Step.Put(store, key(word(words, 0)), row(rest(words, 1)));
      case "add" -> new Step.Add(store, key(word(words, 0)), row(rest(words, 1)));
      case "remove" -> new Step.Remove(store, key(word(words, 0)));
      case "down" -> new Step.Down(store);
      case "up" -> new Step.Up(store);
      case "slow" -> new Step.Slow(store, duration(word(words, 0)));
      case "capture" -> capture(store, words);
      default -> throw notUnderstood("a store does not " + verb);
    };
  }

  private static Step capture(StoreName store, List<String> words) {
    return switch (word(words, 0)) {
      case "lags" -> new Step.Lag(store, Optional.of(duration(word(words, 1))));
      case "stalls" -> new Step.Lag(store, Optional.empty());
      default -> throw notUnderstood("a capture does not " + words.getFirst());
    };
  }

  private Step expect(List<String> words) {
    if (words.equals(List.of("nothing"))) {
      return new Step.Nothing();
    }
    if (word(words, 1).equals("incidents")) {
      return new Step.Incidents(Integer.parseInt(words.getFirst()));
    }
    if (word(words, 1).equals("unreachable")) {
      return new Step.Unreachable(store(words.getFirst()));
    }
    SharedKey key = key(words.getFirst());
    String rule = words.get(1).replace('-', ' ');
    String status = word(words, 2).replace(":", "").toUpperCase(Locale.ROOT);
    if (status.equals("UNVERIFIED")) {
      String reason = word(words, 3).toUpperCase(Locale.ROOT);
      return new Step.Unverified(key, rule, UnverifiedReason.valueOf(reason));
    }
    String finding = String.join(" ", rest(words, 3));
    return new Step.Found(
        key,
        rule,
        Status.valueOf(status),
        finding.isEmpty() ? Optional.empty() : Optional.of(finding));
  }

  /** {@code 300ms}, {@code 1.5s} or {@code 2m}. */
  static Duration duration(String text) {
    String unit = text.replaceFirst("^[0-9.]+", "");
    BigDecimal number = number(text.substring(0, text.length() - unit.length()));
    long inMillis =
        switch (unit) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> throw notUnderstood("'" + text + "' is no time");
        };
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(inMillis)).longValueExact());
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      throw notUnderstood("'" + text + "' is no number");
    }
  }

  private StoreName store(String word) {
    return stores.stream()
        .filter(store -> store.value().equals(word))
        .findFirst()
        .orElseThrow(() -> notUnderstood("there is no store " + word));
  }

  private static SharedKey key(String word) {
    return SharedKey.of(number(word).longValueExact());
  }

  private static Map<String, Value> row(List<String> words) {
    Map<String, Value> row = new HashMap<>();
    for (String word : words) {
      String[] sides = word.split("=", 2);
      row.put(sides[0], value(sides.length == 2 ? sides[1] : ""));
    }
    return row;
  }

  private static Value value(String text) {
    if (text.startsWith("<")) {
      return new Value.Unmapped(text.substring(1, text.length() - 1));
    }
    return text.equals("null") ? Value.NULL : Value.text(text);
  }

  private static List<String> rest(List<String> words, int from) {
    return words.size() <= from ? List.of() : words.subList(from, words.size());
  }

  private static String word(List<String> words, int at) {
    if (words.size() <= at) {
      throw notUnderstood("a word is missing");
    }
    return words.get(at);
  }

  private static IllegalArgumentException notUnderstood(String what) {
    return new IllegalArgumentException(what);
  }
}

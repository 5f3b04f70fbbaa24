package io.reconciled.scenario;

import io.reconciled.discrepancy.Status;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityKey;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
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
 * DATASET put KEY COLUMN=VALUE    one row with the key, in the columns and values of its store
 * DATASET add KEY COLUMN=VALUE    one row more
 * DATASET remove KEY
 * STORE down | up
 * STORE slow 300ms
 * STORE capture lags 8s | stalls
 * daemon sweeps | restarts
 * state down | up                 the daemon's own database
 * expect nothing
 * expect KEY RULE suspected | confirmed | resolved | converged [: finding in words]
 * expect KEY RULE unverified REASON
 * expect KEY RULE consistent
 * expect STORE unreachable
 * expect N incidents open
 * </pre>
 *
 * <p>Spaces in a rule's name are written as {@code -}. {@link ReadValue} says what a value can be.
 */
record ReadStep(List<StoreName> stores, List<Entity> entities) {
  Step step(List<String> words) {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "daemon" -> daemon(rest(words, 1));
      case "state" -> state(word(words, 1));
      case "expect" -> expect(rest(words, 1));
      default -> inStore(word(words, 0), word(words, 1), rest(words, 2));
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

  private Step inStore(String name, String verb, List<String> words) {
    return switch (verb) {
      case "put", "add", "remove" -> write(dataset(name), verb, words);
      case "down" -> new Step.Down(store(name));
      case "up" -> new Step.Up(store(name));
      case "slow" -> new Step.Slow(store(name), duration(word(words, 0)));
      case "capture" -> capture(store(name), words);
      default -> throw notUnderstood("a store does not " + verb);
    };
  }

  private static Step write(Dataset dataset, String verb, List<String> words) {
    SharedKey key = key(dataset.keyShape(), word(words, 0));
    Map<String, Value> row = row(rest(words, 1));
    return switch (verb) {
      case "put" -> new Step.Put(dataset, key, row);
      case "add" -> new Step.Add(dataset, key, row);
      default -> new Step.Remove(dataset, key);
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
    String rule = words.get(1).replace('-', ' ');
    Entity entity = entity(rule);
    EntityKey key = new EntityKey(entity.name(), key(entity.keyShape(), words.getFirst()));
    String status = word(words, 2).replace(":", "").toUpperCase(Locale.ROOT);
    if (status.equals("UNVERIFIED")) {
      String reason = word(words, 3).toUpperCase(Locale.ROOT);
      return new Step.Unverified(key, rule, UnverifiedReason.valueOf(reason));
    }
    if (status.equals("CONSISTENT")) {
      return new Step.Consistent(key, rule);
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

  private Dataset dataset(String word) {
    return entities.stream()
        .flatMap(entity -> entity.datasets().stream())
        .filter(dataset -> dataset.name().value().equals(word))
        .findFirst()
        .orElseThrow(() -> notUnderstood("there is no dataset " + word));
  }

  private Entity entity(String rule) {
    return entities.stream()
        .filter(entity -> entity.rules().stream().anyMatch(one -> one.name().value().equals(rule)))
        .findFirst()
        .orElseThrow(() -> notUnderstood("there is no rule '" + rule + "'"));
  }

  private static SharedKey key(KeyShape shape, String word) {
    return shape.parse(word).orElseThrow(() -> notUnderstood("'" + word + "' is no key"));
  }

  private static Map<String, Value> row(List<String> words) {
    Map<String, Value> row = new HashMap<>();
    for (String word : words) {
      String[] sides = word.split("=", 2);
      row.put(sides[0], ReadValue.of(sides.length == 2 ? sides[1] : ""));
    }
    return row;
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

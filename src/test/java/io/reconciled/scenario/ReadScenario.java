package io.reconciled.scenario;

import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.scenario.Scenario.TimedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads a scenario file: lines of words, {@code #} for a comment. What stands in double quotes is
 * one word, and text.
 *
 * <pre>
 * grace 5s                        how long stores may disagree; 5s where it is not said
 * stores crm billing archive      the first is the authority; crm and billing where it is not said
 * unfollowed archive              stores without capture
 * rules absent                    the rules files in rules/absent beside it, over the stores crm,
 *                                 billing and profiles; present and equal status where it is not
 *                                 said
 *
 * before crm put 7 status=ACTIVE  before the daemon was started
 * 1.5s   crm put 7 status=ACTIVE  so long after
 * </pre>
 *
 * <p>{@link ReadStep} says what can be a step.
 */
final class ReadScenario {
  private static final Duration BEFORE = Duration.ofHours(-1);
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
  private static final Pattern COMMENT = Pattern.compile("^((?:[^\"#]|\"[^\"]*\")*)#.*");
  private final Path file;
  private final List<TimedStep> steps = new ArrayList<>();
  private final Set<StoreName> followed = new LinkedHashSet<>();
  private List<StoreName> stores = names(List.of("crm", "billing"));
  private List<StoreName> unfollowed = List.of();
  private Duration grace = Duration.ofSeconds(5);
  private Optional<Path> rules = Optional.empty();
  private List<Entity> entities = List.of();

  private ReadScenario(Path file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException naming file and line where a line cannot be read
   */
  static Scenario read(Path file) throws IOException {
    ReadScenario reading = new ReadScenario(file);
    List<String> lines = Files.readAllLines(file);
    for (int line = 1; line <= lines.size(); line++) {
      reading.line(line, lines.get(line - 1));
    }
    return reading.scenario();
  }

  private Scenario scenario() {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ":1: nothing happens in this scenario");
    }
    followed.addAll(stores);
    unfollowed.forEach(followed::remove);
    return new Scenario(file, entities, stores, followed, steps);
  }

  private void line(int number, String line) {
    String text = COMMENT.matcher(line).replaceFirst("$1").strip();
    if (text.isEmpty()) {
      return;
    }
    try {
      words(number, WORD.matcher(text).results().map(MatchResult::group).toList());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "%s:%d: %s: %s".formatted(file, number, wrong.getMessage(), text), wrong);
    }
  }

  private void words(int number, List<String> words) {
    List<String> rest = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "grace" -> grace = ReadStep.duration(String.join(" ", rest));
      case "stores" -> stores = names(rest);
      case "unfollowed" -> unfollowed = names(rest);
      case "rules" -> {
        rules = Optional.of(file.resolveSibling("rules").resolve(String.join(" ", rest)));
        stores = LoadRules.STORES;
      }
      case "before" -> step(number, BEFORE, rest);
      default -> step(number, ReadStep.duration(words.getFirst()), rest);
    }
  }

  private void step(int number, Duration at, List<String> words) {
    if (!steps.isEmpty() && at.compareTo(steps.getLast().at()) < 0) {
      throw new IllegalArgumentException("time does not run backwards");
    }
    if (entities.isEmpty()) {
      entities =
          rules.map(LoadRules::in).orElseGet(() -> List.of(UsualRules.over(file, stores, grace)));
    }
    steps.add(new TimedStep(number, at, new ReadStep(stores, entities).step(words)));
  }

  private static List<StoreName> names(List<String> words) {
    return words.stream().map(StoreName::new).toList();
  }
}

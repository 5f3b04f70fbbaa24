package io.reconciled.trial;

import io.reconciled.compare.Finding;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import io.reconciled.trial.Trial.Counts;
import io.reconciled.trial.Trial.Example;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A trial as an operator reads it. */
public final class TrialAsText {
  private final Function<Value, String> show;

  /**
   * @param show a stored value, as far as it may be shown
   */
  public TrialAsText(Function<Value, String> show) {
    this.show = show;
  }

  public String of(Trial trial) {
    StringBuilder text = new StringBuilder();
    trial
        .byRule()
        .forEach((rule, counts) -> {
          text.append(
              String.format(
                  Locale.ROOT,
                  "%-32s %,9d consistent %,9d disagree %,9d unverified%s%n",
                  rule.value(),
                  counts.consistent(),
                  counts.disagree(),
                  total(counts),
                  reasons(counts)));
          counts.examples().forEach(example -> text.append("    ").append(line(example)));
        });
    return text.toString();
  }

  private static int total(Counts counts) {
    return counts.unverified().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String reasons(Counts counts) {
    return counts.unverified().isEmpty()
        ? ""
        : counts.unverified().entrySet().stream()
            .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private String line(Example example) {
    Finding finding = example.finding();
    String images =
        finding.datasets().stream()
            .sorted()
            .map(dataset -> dataset + " " + inWords(example, dataset))
            .collect(Collectors.joining("; "));
    return "%s: %s (%s)%n".formatted(example.key(), finding, images);
  }

  private String inWords(Example example, DatasetName dataset) {
    return inWords(example.readings().of(dataset), example.finding().attributes());
  }

  private String inWords(Reading reading, List<String> attributes) {
    return switch (reading) {
      case Image.Absent absent -> "absent";
      case Image.Several several -> several.rows().size() + " rows";
      case Image.Duplicate(int rows) -> rows + " rows";
      case Image.Present(Map<String, Value> values) -> inWords(values, attributes);
      case Unread unread -> "not read";
    };
  }

  private String inWords(Map<String, Value> values, List<String> attributes) {
    return attributes.isEmpty()
        ? "present"
        : attributes.stream()
            .map(name ->
                name + "=" + Optional.ofNullable(values.get(name)).map(show).orElse("absent"))
            .collect(Collectors.joining(" "));
  }
}

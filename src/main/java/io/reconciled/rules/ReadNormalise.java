package io.reconciled.rules;

import io.reconciled.rules.normalise.Made;
import io.reconciled.rules.normalise.Normalisation;
import io.reconciled.rules.normalise.Normalisations;
import io.reconciled.rules.normalise.Pipeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code normalise: e164}, or {@code normalise: [trim, { truncate: ms }]}.
 *
 * @param tolerance how far numbers may be apart, where it is written among the normalisations
 */
record ReadNormalise(Pipeline pipeline, Optional<BigDecimal> tolerance) {
  static final String KEY = "normalise";

  static ReadNormalise of(Part part) {
    List<Normalisation> steps = new ArrayList<>();
    Optional<BigDecimal> tolerance = Optional.empty();
    List<Part> items = part.isMapping() ? List.of(part) : part.itemsOrSelf();
    for (Part item : items) {
      for (Made made : made(item)) {
        switch (made) {
          case Made.Sound(Normalisation normalisation) -> steps.add(normalisation);
          case Made.Tolerance(BigDecimal furthest) -> tolerance = Optional.of(furthest);
          case Made.Refused(String what, String fix) -> item.complain("is refused: " + what, fix);
        }
      }
    }
    return new ReadNormalise(new Pipeline(steps), tolerance);
  }

  private static List<Made> made(Part item) {
    if (!item.isMapping()) {
      return item.text().stream().map(name -> Normalisations.make(name, List.of())).toList();
    }
    List<Made> made = new ArrayList<>();
    for (Map.Entry<String, Part> entry : item.entries().entrySet()) {
      List<String> parameters =
          entry.getValue().itemsOrSelf().stream()
              .flatMap(parameter -> parameter.text().stream())
              .toList();
      made.add(Normalisations.make(entry.getKey(), parameters));
    }
    return made;
  }
}

package io.reconciled.rules.normalise;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A normalisation of the catalogue, made with some parameters. */
record Catalogued(Manual manual, List<String> parameters, Normalisation normalisation) {
  private static final Map<String, List<String>> FURTHER =
      Map.of(
          "truncate", List.of("ms", "s", "m", "h", "day"),
          "round", List.of("0", "1", "30"),
          "e164", List.of("DE", "US", "IT", "AR", "MX", "BR"));

  /** Every one, with the parameters of its examples and some further ones. */
  static List<Catalogued> all() {
    return Normalisations.manuals().stream().flatMap(Catalogued::made).distinct().toList();
  }

  private static Stream<Catalogued> made(Manual manual) {
    Stream<List<String>> further =
        FURTHER.getOrDefault(manual.name(), List.of()).stream().map(List::of);
    return Stream.concat(manual.examples().stream().map(Example::parameters), further)
        .flatMap(parameters -> sound(manual, parameters));
  }

  private static Stream<Catalogued> sound(Manual manual, List<String> parameters) {
    return switch (Normalisations.make(manual.name(), parameters)) {
      case Made.Sound(Normalisation normalisation) ->
          Stream.of(new Catalogued(manual, parameters, normalisation));
      case Made.Tolerance tolerance -> Stream.empty();
      case Made.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  @Override
  public String toString() {
    return normalisation.name();
  }
}

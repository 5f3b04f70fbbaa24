package io.reconciled.report.rest;

import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a request asks for, or refuses it by the name of the parameter. */
final class Asked {
  private Asked() {}

  /** An entity in the path: one that nobody knows is not found. */
  static Entity entity(Configuration configuration, String name) {
    return configuration
        .entity(new EntityName(name))
        .orElseThrow(() ->
            Refused.notFound(
                "entity", "no rules name the entity " + name, entities(configuration)));
  }

  /** An entity in a query or a body: one that nobody knows is a mistake. */
  static Optional<EntityName> knownEntity(Configuration configuration, Optional<String> name) {
    return name.map(text ->
        configuration
            .entity(new EntityName(text))
            .map(Entity::name)
            .orElseThrow(() ->
                Refused.badParameter(
                    "entity", "no rules name the entity " + text, entities(configuration))));
  }

  static SharedKey key(Entity entity, String text) {
    return entity
        .keyShape()
        .parse(text)
        .orElseThrow(() ->
            Refused.badParameter(
                "key",
                "the key of %s is of type %s, which this is not"
                    .formatted(entity.name(), entity.keyShape().written()),
                List.of()));
  }

  static long id(String text) {
    return number("id", text, 1, Long.MAX_VALUE);
  }

  static long number(String parameter, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Refused like a number out of bounds.
    }
    throw Refused.badParameter(
        parameter,
        "%s must be a whole number from %d to %d".formatted(parameter, least, most),
        List.of());
  }

  static Optional<Instant> instant(String parameter, Optional<String> text) {
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException noInstant) {
      throw Refused.badParameter(
          parameter, parameter + " must be a time such as 2026-01-31T12:00:00Z", List.of());
    }
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      Class<E> type, String parameter, Optional<String> text) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    return text.map(wanted ->
        all.stream()
            .filter(one -> word(one).equals(wanted.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() ->
                Refused.badParameter(
                    parameter,
                    parameter + " is none of the values that are allowed",
                    all.stream().map(Asked::word).toList())));
  }

  /** An enum constant as the interface writes it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> entities(Configuration configuration) {
    return configuration.entities().stream().map(entity -> entity.name().value()).toList();
  }
}

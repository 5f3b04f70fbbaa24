package io.reconciled.rules;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Puts the environment into text: a variable's name between <code>${</code> and <code>}</code>,
 * with a default behind a colon. A dollar sign before it keeps it as written. An empty variable
 * counts as unset. What a variable holds is not looked at again.
 */
final class Substitute {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private final Function<String, Optional<String>> environment;

  Substitute(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** Empty where it cannot be, which the part then was told. */
  Optional<String> in(String text, Part part) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
      if (open > at && text.charAt(open - 1) == '$') {
        result.append(text, at, open - 1).append("${");
        at = open + 2;
        continue;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        part.complain("has a ${ without its }", "close it, or write $${ for the two characters");
        return Optional.empty();
      }
      Optional<String> value = value(text.substring(open + 2, close), part);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      result.append(text, at, open).append(value.get());
      at = close + 1;
    }
    return Optional.of(result.append(text, at, text.length()).toString());
  }

  private Optional<String> value(String reference, Part part) {
    int colon = reference.indexOf(':');
    String name = colon < 0 ? reference : reference.substring(0, colon);
    if (!NAME.matcher(name).matches()) {
      part.complain(
          "has a ${…} that does not name an environment variable",
          "write ${NAME} or ${NAME:default}, or $${ for the two characters");
      return Optional.empty();
    }
    Optional<String> set = environment.apply(name).filter(value -> !value.isEmpty());
    if (set.isEmpty() && colon < 0) {
      part.complain(
          "needs the environment variable " + Quoted.of(name) + ", which is not set",
          "set it, or write a default: ${" + name + ":…}");
    }
    return set.isPresent() || colon < 0 ? set : Optional.of(reference.substring(colon + 1));
  }
}

package io.reconciled.rules.normalise;

import io.reconciled.rules.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * What is written behind a name.
 *
 * @param least how many at least, 0 where it may be left out
 * @param most how many at most, 0 where there is none
 * @param words what it is, to stand after "where X is"
 */
public record Parameter(int least, int most, String words) {
  static final Parameter NONE = new Parameter(0, 0, "");

  static Parameter optional(String words) {
    return new Parameter(0, 1, words);
  }

  static Parameter required(String words) {
    return new Parameter(1, 1, words);
  }

  static Parameter several(String words) {
    return new Parameter(1, Integer.MAX_VALUE, words);
  }

  Optional<Made.Refused> miscounted(String name, List<String> written) {
    if (written.size() < least) {
      return Optional.of(new Made.Refused(name + " lacks its parameter", advice(name)));
    }
    if (written.size() > most) {
      String what = most == 0 ? " takes no parameter" : " takes one parameter only";
      return Optional.of(new Made.Refused(name + what, advice(name)));
    }
    return Optional.empty();
  }

  Made.Refused wrong(String name, List<String> written) {
    return new Made.Refused(
        name + " cannot take " + Quoted.of(String.join(", ", written)), advice(name));
  }

  private String advice(String name) {
    if (most == 0) {
      return "write " + name + " alone";
    }
    String shape = "write " + name + ": " + (most == 1 ? "X" : "[X, …]") + ", where X is " + words;
    return least == 0 ? shape + ", or " + name + " alone" : shape;
  }
}

package io.reconciled.alert;

import io.reconciled.rules.About;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one incident. Carries keys, never values.
 *
 * @param finding in words, such as {@code status differs in billing from crm}
 * @param keys how many keys it is about
 * @param examples the first few of them
 * @param over when it ended; empty for the message that it opened
 * @param ruleRemoved whether it ended because its rule was taken out of the rules, so that nobody
 *     knows whether it was mended
 * @param about what its rule says of itself; empty where it is in force no more
 * @param repetition whether the same may have been said before
 * @param link to the report, where its address is known
 */
public record Message(
    long incident,
    String entity,
    String rule,
    String finding,
    long keys,
    List<String> examples,
    Instant began,
    Optional<Instant> over,
    boolean ruleRemoved,
    Optional<About> about,
    boolean repetition,
    Optional<URI> link) {
  public Message {
    examples = List.copyOf(examples);
  }

  /** In one sentence: {@code subscriber: status differs in billing from crm for 3 keys}. */
  public String headline() {
    String many = keys == 1 ? "1 key" : keys + " keys";
    if (over.isEmpty()) {
      return "%s: %s, %s".formatted(entity, finding, many);
    }
    return ruleRemoved
        ? "Rule removed: %s: %s, it was %s and is not looked at any more"
            .formatted(entity, finding, many)
        : "Over: %s: %s, it was %s".formatted(entity, finding, many);
  }
}

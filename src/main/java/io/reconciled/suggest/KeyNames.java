package io.reconciled.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of fields say, written however: subscriberId, SUBSCRIBER_ID, subscriber.id. */
final class KeyNames {
  private static final Set<String> PLAIN = Set.of("id", "key", "pk", "uuid", "guid", "no", "ref");
  private static final List<String> ENDINGS =
      List.of("_id", "_key", "_uuid", "_guid", "_no", "_ref");
  private static final Pattern CAMEL = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private KeyNames() {}

  /** How much two key fields' names and indexes speak for them being the same key. */
  enum Likeness {
    NONE,
    /** Both tell the rows of their container apart by an index. */
    BOTH_UNIQUE,
    /** Such as {@code id} of subscriber and {@code subscriber_id} of another. */
    SAME_NAME
  }

  static Likeness likeness(KeyField left, KeyField right) {
    if (named(left).equals(named(right))) {
      return Likeness.SAME_NAME;
    }
    return left.field().unique() && right.field().unique() ? Likeness.BOTH_UNIQUE : Likeness.NONE;
  }

  /** The thing whose key the field is: subscriber for both of the above. */
  static String named(KeyField key) {
    String own = words(last(key.field().name()));
    if (PLAIN.contains(own)) {
      return thing(key.in());
    }
    return ENDINGS.stream()
        .filter(own::endsWith)
        .map(ending -> own.substring(0, own.length() - ending.length()))
        .findFirst()
        .orElse(own);
  }

  /** Whether the field is the key of its container's own things, and of no others. */
  static boolean isOwn(KeyField key) {
    return named(key).equals(thing(key.in()));
  }

  /** The thing that one row of a container is. */
  static String thing(Sampled sampled) {
    return singular(words(sampled.container().path().getLast()));
  }

  /** Lower-case words with underscores between. */
  static String words(String name) {
    String split = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    String joined = NOT_A_WORD.matcher(split).replaceAll("_");
    int from = joined.startsWith("_") ? 1 : 0;
    int to = joined.length() - (joined.length() > from && joined.endsWith("_") ? 1 : 0);
    return joined.substring(from, to);
  }

  /** The last step of a dotted path. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    return plural.endsWith("s") && !plural.endsWith("ss")
        ? plural.substring(0, plural.length() - 1)
        : plural;
  }
}

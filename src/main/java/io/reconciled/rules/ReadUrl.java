package io.reconciled.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL of a connector. Nothing of it is repeated in a complaint: it may hold a password, which
 * is one of the complaints.
 */
final class ReadUrl {
  private static final Pattern CREDENTIALS =
      Pattern.compile("(^|&)(user|username|password|passwd|pwd)=", Pattern.CASE_INSENSITIVE);
  private static final String EXAMPLE = "write SCHEME://host:port/database";

  private ReadUrl() {}

  /**
   * @param kind a known kind; empty where that could not be read, and its scheme is not checked
   */
  static Optional<URI> of(Part part, Optional<String> kind) {
    Optional<URI> url = part.text().flatMap(text -> parse(text, part));
    url.ifPresent(parsed -> {
      checkNoCredentials(parsed, part);
      checkDatabase(parsed, part);
      kind.map(KindConventions::of).ifPresent(known -> checkScheme(parsed, known, part));
    });
    return url;
  }

  private static Optional<URI> parse(String text, Part part) {
    try {
      URI url = new URI(text);
      if (url.getRawAuthority() != null) {
        return Optional.of(url);
      }
      part.complain("names no host", EXAMPLE);
    } catch (URISyntaxException unsound) {
      String at = unsound.getIndex() < 0 ? "" : " at its character " + (unsound.getIndex() + 1);
      part.complain("is not a URL" + at, EXAMPLE + "; write other characters as %XX");
    }
    return Optional.empty();
  }

  private static void checkNoCredentials(URI url, Part part) {
    boolean inQuery = url.getRawQuery() != null && CREDENTIALS.matcher(url.getRawQuery()).find();
    if (inQuery || url.getRawAuthority().contains("@")) {
      part.complain(
          "holds a user or a password", "write them as user: and password: or passwordFile:");
    }
  }

  private static void checkDatabase(URI url, Part part) {
    String path = url.getRawPath();
    if (path == null || path.length() < 2 || path.indexOf('/', 1) >= 0) {
      part.complain("names no database", "end it with one: SCHEME://host:port/database");
    }
  }

  private static void checkScheme(URI url, KindConventions known, Part part) {
    if (!known.schemes().contains(url.getScheme().toLowerCase(Locale.ROOT))) {
      part.complain(
          "does not begin as one of its kind does",
          "begin it with " + String.join(":// or ", known.schemes()) + "://");
    }
  }
}

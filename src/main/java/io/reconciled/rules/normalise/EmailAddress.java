package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address whose domain is in the form that the name service knows it by.
 *
 * @param foldsLocal whether the part before the @ loses its case too
 */
record EmailAddress(boolean foldsLocal) implements Elementwise {
  private static final String LOCAL = "local";

  static final Entry ENTRY =
      new Entry(
          new Manual(
              "email",
              Parameter.optional("local, to case-fold what is before the @ too"),
              OfText.KINDS,
              "writes the domain in small letters and its international labels in ASCII (IDNA); the"
                  + " part before the @ stays, since its case may count. A domain with ß, ς or"
                  + " zero-width joiners, which the two versions of IDNA read differently, only"
                  + " loses its case. Text that is no address stays",
              List.of(
                  Example.of(Value.text("Ada@Example.COM"), Value.text("Ada@example.com")),
                  Example.of(Value.text("Ada@BÜCHER.de"), Value.text("Ada@xn--bcher-kva.de")),
                  Example.of(LOCAL, Value.text("Ada@Example.COM"), Value.text("ada@example.com")))),
          EmailAddress::read);

  /** RFC 1035 has 255 bytes; longer ones cost time and are no domains. */
  private static final int LONGEST_DOMAIN = 255;

  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern READ_DIFFERENTLY = Pattern.compile("[ßς\u200c\u200d]");
  private static final Pattern DIFFERENT_DOMAIN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_\u200c\u200d.-]+");

  private static Optional<Made> read(List<String> parameters) {
    return List.of(LOCAL).containsAll(parameters)
        ? Optional.of(new Made.Sound(new EmailAddress(!parameters.isEmpty())))
        : Optional.empty();
  }

  @Override
  public String name() {
    return foldsLocal ? "email: " + LOCAL : "email";
  }

  @Override
  public Value change(Value value) {
    return value instanceof Value.Text(String text) ? Value.text(address(text)) : value;
  }

  private String address(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return text;
    }
    String local = foldsLocal ? CaseFold.fold(text.substring(0, at)) : text.substring(0, at);
    return domain(text.substring(at + 1)).map(domain -> local + "@" + domain).orElse(text);
  }

  private static Optional<String> domain(String written) {
    if (written.length() > LONGEST_DOMAIN) {
      return Optional.empty();
    }
    String small = written.toLowerCase(Locale.ROOT);
    if (READ_DIFFERENTLY.matcher(small).find()) {
      return Optional.of(small).filter(DIFFERENT_DOMAIN.asMatchPredicate());
    }
    try {
      return Optional.of(IDN.toASCII(small).toLowerCase(Locale.ROOT))
          .filter(DOMAIN.asMatchPredicate());
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }
}

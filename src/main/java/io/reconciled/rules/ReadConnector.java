package io.reconciled.rules;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads one connector file. */
final class ReadConnector {
  static final List<String> KEYS =
      List.of(
          "store",
          "kind",
          "url",
          "user",
          "password",
          "passwordFile",
          "capture",
          "timeout",
          "options",
          "logLimit",
          "sweep");
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
  private static final URI NO_URL = URI.create("none:none");
  private final Set<String> kinds;
  private final Function<Path, Optional<Secret>> passwordFiles;

  ReadConnector(Set<String> kinds, Function<Path, Optional<Secret>> passwordFiles) {
    this.kinds = new TreeSet<>(kinds);
    this.passwordFiles = passwordFiles;
  }

  /** Empty where not even the store's name can be read. */
  Optional<Connector> read(Part root) {
    Section section = Section.of(root, KEYS);
    Optional<StoreName> store =
        section.required("store", "store: crm").flatMap(ReadName::of).map(StoreName::new);
    Optional<String> kind =
        section
            .required("kind", "kind: with one of " + String.join(", ", kinds))
            .flatMap(part -> ReadName.among(kinds, "the kind", part));
    Optional<URI> url =
        section
            .required("url", "url: SCHEME://host:port/database")
            .flatMap(part -> ReadUrl.of(part, kind));
    Optional<String> user = section.optional("user").flatMap(Part::textOrBlank);
    Secret password = password(section).orElse(Secret.NONE);
    boolean capture = section.optional("capture").flatMap(ReadConnector::flag).orElse(true);
    Optional<Duration> timeout =
        section.optional("timeout").flatMap(part -> ReadDuration.of(part, LONGEST_TIMEOUT));
    Map<String, String> options = section.optional("options").map(this::options).orElse(Map.of());
    OptionalLong logLimit = logLimit(section, kind);
    SweepLimits sweep =
        section
            .optional("sweep")
            .map(part -> ReadSweepLimits.of(part, kind))
            .orElse(SweepLimits.DEFAULT);
    return store.map(name ->
        new Connector(
            name,
            kind.orElse(""),
            url.orElse(NO_URL),
            user.orElse(""),
            password,
            capture,
            timeout,
            options,
            logLimit,
            sweep,
            root.document().places()));
  }

  private Optional<Secret> password(Section section) {
    Optional<Part> file = section.optional("passwordFile");
    Optional<Part> plain = section.optional("password");
    if (plain.isPresent() && file.isPresent()) {
      file.get().complain("stands beside password:", "keep one of the two");
    }
    plain
        .or(() -> file)
        .filter(part -> !section.has("user"))
        .ifPresent(part -> part.complain("has no user: beside it", "add user:"));
    return file.isPresent()
        ? file.flatMap(this::fromFile)
        : plain.flatMap(Part::textOrBlank).map(Secret::new);
  }

  private Optional<Secret> fromFile(Part part) {
    Optional<Secret> secret = Optional.empty();
    Optional<String> written = part.text();
    if (written.isPresent()) {
      secret = beside(part.document().file(), written.get()).flatMap(passwordFiles);
      if (secret.isEmpty()) {
        part.complain(
            "names a file that holds no readable password: " + Quoted.of(written.get()),
            "let the daemon's user read it, and let it hold the password alone");
      }
    }
    return secret;
  }

  /** A relative path is meant from the connector file. */
  private static Optional<Path> beside(Path connector, String written) {
    try {
      return Optional.of(connector.resolveSibling(written));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> flag(Part part) {
    return part.text(
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        "true or false",
        "write one of the two");
  }

  private static OptionalLong logLimit(Section section, Optional<String> kind) {
    boolean keepsLog = kind.map(KindConventions::of).map(KindConventions::keepsLog).orElse(true);
    Optional<Part> written = section.optional("logLimit");
    if (!keepsLog) {
      written.ifPresent(part ->
          part.complain(
              "is set, and %s keeps no log for its readers".formatted(kind.orElse("it")),
              "remove the line; the server's own settings say how long its log is kept"));
      return OptionalLong.empty();
    }
    return written.flatMap(ReadSize::orNone).orElse(OptionalLong.of(Connector.DEFAULT_LOG_LIMIT));
  }

  private Map<String, String> options(Part part) {
    Map<String, String> options = new LinkedHashMap<>();
    part.entries()
        .forEach((name, entry) -> entry.text().ifPresent(text -> options.put(name, text)));
    return options;
  }
}

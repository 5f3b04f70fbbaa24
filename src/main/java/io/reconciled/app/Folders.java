package io.reconciled.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the files are; what is not given is taken from the environment. */
final class Folders {
  @Option(
      names = "--connectors",
      paramLabel = "FOLDER",
      description = "connector files (RECONCILED_CONNECTORS; default: connectors)")
  private @Nullable Path connectors;

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "rules files (RECONCILED_RULES; default: reconcile-rules)")
  private @Nullable Path rules;

  Settings settings() {
    return settings(Settings::environment);
  }

  /**
   * @param environment the value of a name, if it has one
   */
  Settings settings(Function<String, Optional<String>> environment) {
    Settings settings = Settings.from(environment);
    return settings.inFolders(
        Optional.ofNullable(connectors).orElse(settings.connectors()),
        Optional.ofNullable(rules).orElse(settings.rules()));
  }
}

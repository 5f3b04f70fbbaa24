package io.reconciled.app;

import java.nio.file.Path;
import java.util.Optional;
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
    Settings settings = Settings.from(Settings::environment);
    return settings.inFolders(
        Optional.ofNullable(connectors).orElse(settings.connectors()),
        Optional.ofNullable(rules).orElse(settings.rules()));
  }
}

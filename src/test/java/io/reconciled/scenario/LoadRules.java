package io.reconciled.scenario;

import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.rules.LoadConfiguration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.cel.CelExpressions;
import io.reconciled.schedule.CronText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads the rules files of a scenario as the daemon loads a user's, over three known stores. */
final class LoadRules {
  static final List<StoreName> STORES =
      List.of(new StoreName("crm"), new StoreName("billing"), new StoreName("profiles"));
  private static final Map<String, String> CONNECTORS =
      Map.of(
          "crm",
          "store: crm\nkind: postgresql\nurl: postgresql://localhost/crm\n",
          "billing",
          "store: billing\nkind: mariadb\nurl: mariadb://localhost/billing\n",
          "profiles",
          "store: profiles\nkind: mongodb\nurl: mongodb://localhost/profiles\n");

  private LoadRules() {}

  /**
   * @throws IllegalArgumentException with every problem of the files where they are refused
   */
  static List<Entity> in(Path folder) {
    LoadConfiguration load =
        new LoadConfiguration(
            Set.of("postgresql", "mariadb", "mongodb"),
            variable -> Optional.empty(),
            file -> Optional.empty(),
            CronText::objection,
            new CelExpressions());
    return switch (load.load(connectors(), folder)) {
      case Loaded.Sound sound -> sound.configuration().entities();
      case Loaded.Refused refused -> throw new IllegalArgumentException(refused.toString());
    };
  }

  private static Path connectors() {
    try {
      Path folder = Files.createTempDirectory("connectors");
      folder.toFile().deleteOnExit();
      for (Map.Entry<String, String> connector : CONNECTORS.entrySet()) {
        Path file = folder.resolve(connector.getKey() + ".yaml");
        Files.writeString(file, connector.getValue());
        file.toFile().deleteOnExit();
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

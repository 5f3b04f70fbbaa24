package io.reconciled.rules;

import io.reconciled.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Loads all connectors and rules, or refuses them with every problem there is. */
public final class LoadConfiguration {
  private final ReadConnector readConnector;
  private final Substitute substitute;
  private final Function<String, Optional<String>> cronObjection;
  private final Expressions expressions;

  /**
   * @param kinds the names of the kinds of store that exist
   * @param environment what an environment variable holds
   * @param passwordFiles what the file of a password holds; empty where it cannot be read
   * @param cronObjection what the scheduler has against a cron expression; empty for nothing
   * @param expressions compiles conditions and computations
   */
  public LoadConfiguration(
      Set<String> kinds,
      Function<String, Optional<String>> environment,
      Function<Path, Optional<Secret>> passwordFiles,
      Function<String, Optional<String>> cronObjection,
      Expressions expressions) {
    this.readConnector = new ReadConnector(kinds, passwordFiles);
    this.substitute = new Substitute(environment);
    this.cronObjection = cronObjection;
    this.expressions = expressions;
  }

  /**
   * Reads every {@code *.yaml} and {@code *.yml} of both directories, in the order of their names.
   * Whatever they hold, it answers; it connects to nothing.
   */
  public Loaded load(Path connectorsDirectory, Path rulesDirectory) {
    Complaints complaints = new Complaints();
    return load(connectorsDirectory, ListFiles.in(rulesDirectory, complaints), complaints);
  }

  /** Reads the connectors alone: a configuration without entities. */
  public Loaded connectors(Path connectorsDirectory) {
    return load(connectorsDirectory, List.of(), new Complaints());
  }

  /** Reads the connectors and this one rules file, with the defaults that lie beside it. */
  public Loaded loadOne(Path connectorsDirectory, Path rulesFile) {
    Path defaults = rulesFile.resolveSibling(ReadDefaults.FILE);
    List<Path> files = Files.exists(defaults) ? List.of(defaults, rulesFile) : List.of(rulesFile);
    return load(connectorsDirectory, files, new Complaints());
  }

  private Loaded load(Path connectorsDirectory, List<Path> rulesFiles, Complaints complaints) {
    List<Path> connectorFiles = ListFiles.in(connectorsDirectory, complaints);
    List<Connector> connectors = read(connectorFiles, readConnector::read, complaints);
    refuseTwice(
        connectors, "store", connector -> connector.store().value(), Connector::places, complaints);
    boolean whole = !connectors.isEmpty() && connectors.size() == connectorFiles.size();
    List<Entity> entities = entities(rulesFiles, KnownStores.of(connectors, whole), complaints);
    refuseTwice(entities, "entity", entity -> entity.name().value(), Entity::places, complaints);
    ResolveReferences resolve = new ResolveReferences(entities, complaints);
    entities = entities.stream().map(resolve::in).toList();
    return complaints.none()
        ? new Loaded.Sound(new Configuration(connectors, entities))
        : new Loaded.Refused(complaints.sorted(), flawless(connectors, entities, complaints));
  }

  private List<Entity> entities(List<Path> rulesFiles, KnownStores stores, Complaints complaints) {
    List<Path> files = new ArrayList<>(rulesFiles);
    List<Path> shared = files.stream().filter(ReadDefaults::isDefaults).toList();
    files.removeAll(shared);
    Defaults defaults =
        read(shared, root -> Optional.of(ReadDefaults.of(root)), complaints).stream()
            .findFirst()
            .orElse(Defaults.NONE);
    ReadEntity readEntity = new ReadEntity(stores, cronObjection, expressions, defaults);
    return read(files, readEntity::read, complaints);
  }

  private static Configuration flawless(
      List<Connector> connectors, List<Entity> entities, Complaints complaints) {
    return new Configuration(
        connectors.stream().filter(one -> complaints.noneIn(one.places().file())).toList(),
        entities.stream().filter(one -> complaints.noneIn(one.places().file())).toList());
  }

  private <T> List<T> read(
      List<Path> files, Function<Part, Optional<T>> reader, Complaints complaints) {
    List<T> read = new ArrayList<>();
    for (Path file : files) {
      ReadText.from(file, complaints)
          .flatMap(text -> ParseYaml.node(file, text, complaints))
          .map(node -> Document.root(file, node, complaints, substitute))
          .flatMap(reader)
          .ifPresent(read::add);
    }
    return read;
  }

  /** Names that differ in case only clash too: databases fold the names that are made of them. */
  private static <T> void refuseTwice(
      List<T> read,
      String key,
      Function<T, String> name,
      Function<T, Places> places,
      Complaints complaints) {
    Map<String, Place> names = new HashMap<>();
    for (T one : read) {
      Place place = places.apply(one).of(key);
      Place first = names.putIfAbsent(name.apply(one).toLowerCase(Locale.ROOT), place);
      if (first != null) {
        complaints.add(
            place,
            "the %s %s is already named at %s".formatted(key, Quoted.of(name.apply(one)), first),
            "rename one of the two, or remove its file");
      }
    }
  }
}

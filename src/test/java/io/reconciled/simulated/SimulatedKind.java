package io.reconciled.simulated;

import static io.reconciled.store.StoreComplaint.error;
import static io.reconciled.store.StoreComplaint.warning;

import io.reconciled.model.Dataset;
import io.reconciled.store.Capability;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.NearestName;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Wanted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The databases of one {@link SimulatedServer}. */
public record SimulatedKind(SimulatedServer server) implements StoreKind {
  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public List<StoreComplaint> check(StoreSettings settings, Wanted wanted) {
    try (Store store = open(settings)) {
      store.ping();
    } catch (StoreFailure failure) {
      return List.of(StoreComplaint.of(failure));
    }
    SimulatedDatabase database = server.database(settings.url().getPath().substring(1));
    return wanted.datasets().stream()
        .flatMap(dataset ->
            Stream.concat(
                check(dataset, database).stream(),
                wanted.lookedUp(dataset).stream().map(attribute -> unindexed(dataset, attribute))))
        .toList();
  }

  private static StoreComplaint unindexed(Dataset dataset, String attribute) {
    return warning(
        Subject.attribute(dataset, attribute), "no index begins with " + attribute, "Create one.");
  }

  private static List<StoreComplaint> check(Dataset dataset, SimulatedDatabase database) {
    return database
        .table(dataset.container())
        .map(table -> check(dataset, table))
        .orElseGet(() -> {
          String wanted = String.join(".", dataset.container());
          List<String> tables =
              database.containers().stream().map(names -> String.join(".", names)).toList();
          return List.of(
              error(
                  Subject.container(dataset),
                  "there is no table " + wanted,
                  NearestName.advice(wanted, tables)));
        });
  }

  private static List<StoreComplaint> check(Dataset dataset, SimulatedTable table) {
    List<StoreComplaint> complaints = new ArrayList<>();
    if (!table.keyShape().equals(dataset.keyShape())) {
      String wanted = dataset.keyShape().written();
      complaints.add(
          error(
              Subject.key(dataset),
              String.join(", ", dataset.keyFields()) + " does not hold keys of type " + wanted,
              "Correct the type of the key."));
    }
    dataset
        .attributes()
        .forEach((attribute, field) -> {
          if (!table.fields().contains(field)) {
            complaints.add(
                error(
                    Subject.attribute(dataset, attribute),
                    "there is no field " + field,
                    NearestName.advice(field, table.fields())));
          }
        });
    if (SimulatedFilter.of(dataset, table).isEmpty()) {
      complaints.add(
          error(Subject.where(dataset), "the filter cannot be used", "Write field = text."));
    }
    if (!table.isUnique()) {
      complaints.add(warning(Subject.key(dataset), "no index makes the key unique", "Create one."));
    }
    return complaints;
  }

  @Override
  public Store open(StoreSettings settings) {
    return new SimulatedStore(server, settings);
  }

  @Override
  public DescribeStore describe(StoreSettings settings) {
    return new DescribeSimulated(this, settings);
  }

  @Override
  public ChangeFeed feed() {
    return new SimulatedFeed();
  }
}

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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  public List<StoreComplaint> check(
      StoreSettings settings, List<Dataset> datasets, boolean capture) {
    try (Store store = open(settings)) {
      store.ping();
    } catch (StoreFailure failure) {
      return List.of(StoreComplaint.of(failure));
    }
    SimulatedDatabase database = server.database(settings.url().getPath().substring(1));
    return datasets.stream().flatMap(dataset -> check(dataset, database).stream()).toList();
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
    if (table.keyType() != dataset.keyType()) {
      String wanted = dataset.keyType().name().toLowerCase(Locale.ROOT);
      complaints.add(
          error(
              Subject.key(dataset),
              dataset.keyField() + " does not hold keys of type " + wanted,
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

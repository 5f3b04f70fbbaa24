package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import java.util.Map;
import java.util.Optional;

/**
 * Something about a store that keeps it, or a dataset in it, from being used.
 *
 * @param subject the line of the configuration that it concerns
 * @param what what is wrong, in one sentence, with names
 * @param fix what to do; the exact statement where one mends it
 */
public record StoreComplaint(Subject subject, Severity severity, String what, String fix) {

  /**
   * A warning is told and the daemon starts; a store that is unreachable is told, nothing in it
   * could be checked, and the daemon starts and waits for it; an error keeps it from starting.
   */
  public enum Severity {
    WARNING,
    UNREACHABLE,
    ERROR
  }

  /**
   * @param dataset empty where the store as a whole is meant
   * @param part {@code key}, {@code where}, an attribute's name, or empty where the container as a
   *     whole is meant
   */
  public record Subject(
      Optional<EntityName> entity, Optional<DatasetName> dataset, Optional<String> part) {
    public static final Subject STORE =
        new Subject(Optional.empty(), Optional.empty(), Optional.empty());
    public static final String KEY = "key";
    public static final String WHERE = "where";

    /** Whether it is about this dataset, and no other. */
    public boolean isOf(Dataset one) {
      return entity.equals(Optional.of(one.entity())) && dataset.equals(Optional.of(one.name()));
    }

    public static Subject container(Dataset dataset) {
      return new Subject(
          Optional.of(dataset.entity()), Optional.of(dataset.name()), Optional.empty());
    }

    public static Subject key(Dataset dataset) {
      return attribute(dataset, KEY);
    }

    public static Subject where(Dataset dataset) {
      return attribute(dataset, WHERE);
    }

    public static Subject attribute(Dataset dataset, String attribute) {
      return new Subject(
          Optional.of(dataset.entity()), Optional.of(dataset.name()), Optional.of(attribute));
    }
  }

  public static StoreComplaint error(Subject subject, String what, String fix) {
    return new StoreComplaint(subject, Severity.ERROR, what, fix);
  }

  /**
   * For a view that is mapped as a table or collection, or one of these that is mapped as a view.
   *
   * @param word {@code table} or {@code collection}
   */
  public static StoreComplaint mistaken(Dataset dataset, String word) {
    String path = String.join(".", dataset.container());
    return dataset.view()
        ? error(
            Subject.container(dataset),
            "%s is a %s, whose changes can be followed".formatted(path, word),
            "Write %s: instead of view:.".formatted(word))
        : error(
            Subject.container(dataset),
            "%s is a view or the like, whose changes no log shows".formatted(path),
            "Write view: instead of %s:, and it is seen by sweep only; or map the %s behind it."
                .formatted(word, word));
  }

  /** For a mapped column whose values are of another kind than when the rules came into force. */
  static StoreComplaint retyped(Dataset dataset, String column, String before, String now) {
    String part =
        dataset.attributes().entrySet().stream()
            .filter(attribute -> attribute.getValue().equals(column))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(Subject.KEY);
    return error(
        Subject.attribute(dataset, part),
        "column %s of %s has type %s now, and had %s when the rules came into force"
            .formatted(column, String.join(".", dataset.container()), now, before),
        "Change it back, or reload the rules if they mean the new type.");
  }

  public static StoreComplaint unreachable(String what, String fix) {
    return new StoreComplaint(Subject.STORE, Severity.UNREACHABLE, what, fix);
  }

  public static StoreComplaint warning(Subject subject, String what, String fix) {
    return new StoreComplaint(subject, Severity.WARNING, what, fix);
  }

  /** What a check complains of where the store itself did not let it look. */
  public static StoreComplaint of(StoreFailure failure) {
    String what = failure.unread().detail();
    return switch (failure) {
      case StoreUnavailable down ->
          unreachable(what, "Start the store, or correct url in its connector.");
      case StoreMisconfigured wrong ->
          error(Subject.STORE, what, "Correct url, user and password in its connector.");
      case RowUnreadable row -> warning(Subject.STORE, what, "Correct the row that it names.");
    };
  }
}

package io.reconciled.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was read of one key, by dataset. A dataset that nobody read counts as unread, never as
 * absent.
 */
public record Readings(Map<DatasetName, Reading> byDataset, Map<Lookup, Answer> answers) {
  private static final Answer NOT_ASKED =
      new Answer.Unanswered(
          new Unread(UnverifiedReason.UNREACHABLE, "no store was asked about other keys"));
  private static final Unread NOT_READ =
      new Unread(UnverifiedReason.UNREACHABLE, "the dataset was not read");

  public Readings {
    byDataset = Map.copyOf(byDataset);
    answers = Map.copyOf(answers);
  }

  /** Readings of a key without any question about others. */
  public Readings(Map<DatasetName, Reading> byDataset) {
    this(byDataset, Map.of());
  }

  public Readings with(Map<Lookup, Answer> more) {
    Map<Lookup, Answer> all = new HashMap<>(answers);
    all.putAll(more);
    return new Readings(byDataset, all);
  }

  /** A question that nobody asked is unanswered. */
  public Answer answer(Lookup lookup) {
    return answers.getOrDefault(lookup, NOT_ASKED);
  }

  /** One answer for each of these questions. */
  public Map<Lookup, Answer> answers(Collection<Lookup> lookups) {
    Map<Lookup, Answer> some = new HashMap<>();
    lookups.forEach(lookup -> some.put(lookup, answer(lookup)));
    return some;
  }

  public Reading of(DatasetName dataset) {
    return byDataset.getOrDefault(dataset, NOT_READ);
  }

  /** The part of it that these datasets hold, without answers about other keys. */
  public Readings only(Collection<DatasetName> datasets) {
    Map<DatasetName, Reading> part = new HashMap<>();
    datasets.forEach(dataset -> part.put(dataset, of(dataset)));
    return new Readings(part);
  }

  /** The same readings with every image changed. */
  public Readings mapped(Map<DatasetName, UnaryOperator<Image>> changes) {
    Map<DatasetName, Reading> mapped = new HashMap<>(byDataset);
    changes.forEach((dataset, change) ->
        mapped.computeIfPresent(
            dataset,
            (d, reading) -> reading instanceof Image image ? change.apply(image) : reading));
    return new Readings(mapped, answers);
  }
}

package io.reconciled.store;

import io.reconciled.model.Answer;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.Lookup;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers what rules ask about other keys, with one question for each dataset and attribute however
 * many keys want to know. A store that fails, or is left alone because it did a moment ago, leaves
 * its questions unanswered, and only those.
 *
 * <p>A row that counts as gone is none: it holds no value, and its key is not there.
 */
public final class AnswerLookups {
  private final Stores stores;
  private final List<Dataset> datasets;
  private final BiFunction<Dataset, Image, Image> canonical;
  private final Caution caution;

  /** Which stores are better not asked at this moment. */
  @FunctionalInterface
  public interface Caution {
    /** Why the store should be left alone, if it should. */
    Optional<Unread> leftAlone(StoreName store);

    /** A store did not answer. */
    default void failed(StoreUnavailable failure) {}
  }

  /**
   * @param datasets of all entities
   * @param canonical what an image of a dataset reads as, absent where the key counts as gone
   */
  public AnswerLookups(
      Stores stores,
      Collection<Dataset> datasets,
      BiFunction<Dataset, Image, Image> canonical,
      Caution caution) {
    this.stores = stores;
    this.datasets = List.copyOf(datasets);
    this.canonical = canonical;
    this.caution = caution;
  }

  /** One answer for every question. */
  public Map<Lookup, Answer> answers(Collection<? extends Lookup> lookups) {
    Map<Asked, List<Lookup>> byDataset = lookups.stream().collect(Collectors.groupingBy(Asked::of));
    Map<Lookup, Answer> answers = new HashMap<>();
    byDataset.forEach((asked, alike) -> answers.putAll(ask(asked, alike)));
    return answers;
  }

  /** The stores that a question is put to. */
  public Set<StoreName> storesAsked(Lookup lookup) {
    return shards(Asked.of(lookup)).stream().map(Dataset::store).collect(Collectors.toSet());
  }

  /**
   * What a question is put to.
   *
   * @param attribute empty where keys themselves are asked for
   */
  private record Asked(EntityName entity, DatasetName dataset, String attribute) {
    static Asked of(Lookup lookup) {
      return switch (lookup) {
        case Lookup.Holders holders ->
            new Asked(holders.except().entity(), holders.dataset(), holders.attribute());
        case Lookup.Exists exists -> new Asked(exists.entity(), exists.dataset(), "");
      };
    }
  }

  private Map<Lookup, Answer> ask(Asked asked, List<Lookup> lookups) {
    Optional<Unread> notAsked =
        shards(asked).stream()
            .flatMap(dataset -> caution.leftAlone(dataset.store()).stream())
            .findFirst();
    if (notAsked.isPresent()) {
      return unanswered(lookups, notAsked.get());
    }
    Map<Lookup, SortedSet<SharedKey>> found = new HashMap<>();
    lookups.forEach(lookup -> found.put(lookup, new TreeSet<>()));
    try {
      for (Dataset dataset : shards(asked)) {
        Store store = stores.of(dataset.store());
        Function<Lookup, Set<SharedKey>> answer = ask(store, dataset, lookups);
        found.forEach((lookup, keys) -> keys.addAll(answer.apply(lookup)));
      }
    } catch (StoreFailure failure) {
      if (failure instanceof StoreUnavailable silent) {
        caution.failed(silent);
      }
      return unanswered(lookups, failure.unread());
    }
    Map<Lookup, Answer> answers = new HashMap<>();
    found.forEach((lookup, keys) -> answers.put(lookup, new Answer.Found(keys)));
    return answers;
  }

  private static Map<Lookup, Answer> unanswered(List<Lookup> lookups, Unread why) {
    Map<Lookup, Answer> answers = new HashMap<>();
    lookups.forEach(lookup -> answers.put(lookup, new Answer.Unanswered(why)));
    return answers;
  }

  private Function<Lookup, Set<SharedKey>> ask(Store store, Dataset dataset, List<Lookup> lookups) {
    Set<Value> values =
        lookups.stream()
            .filter(Lookup.Holders.class::isInstance)
            .map(lookup -> ((Lookup.Holders) lookup).value())
            .collect(Collectors.toSet());
    String attribute = Asked.of(lookups.getFirst()).attribute();
    Map<Value, Set<SharedKey>> holders =
        values.isEmpty() ? Map.of() : store.holders(dataset, attribute, values);
    Set<SharedKey> keys =
        lookups.stream()
            .filter(Lookup.Exists.class::isInstance)
            .map(lookup -> ((Lookup.Exists) lookup).key())
            .collect(Collectors.toSet());
    lookups.forEach(lookup -> keys.addAll(others(lookup, holders)));
    Set<SharedKey> there = there(store, dataset, keys);
    return lookup ->
        switch (lookup) {
          case Lookup.Holders asked -> both(others(asked, holders), there);
          case Lookup.Exists(EntityName e, DatasetName d, SharedKey key) ->
              both(Set.of(key), there);
        };
  }

  private Set<SharedKey> there(Store store, Dataset dataset, Set<SharedKey> keys) {
    Set<SharedKey> there = new HashSet<>();
    if (!keys.isEmpty()) {
      store
          .read(dataset, keys)
          .forEach((key, image) -> {
            if (!(canonical.apply(dataset, image) instanceof Image.Absent)) {
              there.add(key);
            }
          });
    }
    return there;
  }

  private static Set<SharedKey> others(Lookup lookup, Map<Value, Set<SharedKey>> holders) {
    return lookup instanceof Lookup.Holders asked
        ? holders.getOrDefault(asked.value(), Set.of()).stream()
            .filter(key -> !key.equals(asked.except().key()))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Set<SharedKey> both(Set<SharedKey> some, Set<SharedKey> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private List<Dataset> shards(Asked asked) {
    List<Dataset> shards =
        datasets.stream()
            .filter(dataset -> dataset.entity().equals(asked.entity()))
            .filter(dataset -> dataset.name().equals(asked.dataset()))
            .toList();
    if (shards.isEmpty()) {
      throw new IllegalArgumentException(
          "no rules file maps " + asked.entity() + "/" + asked.dataset());
    }
    return shards;
  }
}

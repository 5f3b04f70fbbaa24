package io.reconciled.suggest;

import io.reconciled.store.Container.Field;
import io.reconciled.suggest.Draft.Column;
import io.reconciled.suggest.Draft.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names an entity and its attributes after the store that it seems to be at home in. */
final class ComposeDraft {
  private final JoinSamples join;

  ComposeDraft(JoinSamples join) {
    this.join = join;
  }

  Draft of(Group group) {
    String entity = entity(group);
    List<KeyField> members = new ArrayList<>(group.members());
    members.sort(
        Comparator.comparing((KeyField key) -> !isHome(key, entity))
            .thenComparing(key -> !key.field().unique())
            .thenComparing(key -> key.in().store().value()));
    KeyField home = members.removeFirst();
    AttributeNames names = new AttributeNames();
    Map<String, Column> ofHome = new HashMap<>();
    List<Part> others =
        members.stream().map(other -> part(join.join(home, other), names, ofHome)).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(home, Optional.empty(), ordered(home, names, ofHome), unmatched(home, ofHome)));
    parts.addAll(others);
    return new Draft(AttributeNames.asName(entity), home.type(), parts, group.remarks());
  }

  /** The thing that most of the keys are named after. */
  private static String entity(Group group) {
    Map<String, Long> votes =
        group.members().stream()
            .map(KeyNames::named)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Comparator<String> byVotes = Comparator.comparingLong(name -> votes.getOrDefault(name, 0L));
    return group.members().stream()
        .sorted(Comparator.comparing(key -> !KeyNames.isOwn(key)))
        .map(KeyNames::named)
        .reduce((one, other) -> byVotes.compare(other, one) > 0 ? other : one)
        .orElse("entity");
  }

  private static boolean isHome(KeyField key, String entity) {
    return KeyNames.isOwn(key) && KeyNames.named(key).equals(entity);
  }

  private static Part part(Common common, AttributeNames names, Map<String, Column> ofHome) {
    SequencedMap<String, Column> attributes = new LinkedHashMap<>();
    Map<String, Column> byName = new HashMap<>();
    List<String> remarks = new ArrayList<>();
    for (Agreement found : MatchColumns.of(common)) {
      if (found.isMapping()) {
        String name = names.of(found.left());
        ofHome.put(name, new Column(found.left(), Optional.empty()));
        byName.put(name, new Column(found.right(), Optional.of(found)));
      } else {
        remarks.add(
            "perhaps %s = %s.%s: %s"
                .formatted(
                    found.right(), common.left().in().store(), found.left(), InWords.of(found)));
      }
    }
    common.left().in().container().fields().stream()
        .map(field -> names.of(field.name()))
        .filter(byName::containsKey)
        .forEach(name ->
            Optional.ofNullable(byName.get(name))
                .ifPresent(column -> attributes.put(name, column)));
    remarks.addAll(unmatched(common.right(), byName));
    return new Part(common.right(), Optional.of(common), attributes, remarks);
  }

  private static SequencedMap<String, Column> ordered(
      KeyField home, AttributeNames names, Map<String, Column> columns) {
    SequencedMap<String, Column> ordered = new LinkedHashMap<>();
    for (Field field : home.in().container().fields()) {
      Optional.ofNullable(columns.get(names.of(field.name())))
          .ifPresent(column -> ordered.put(names.of(field.name()), column));
    }
    return ordered;
  }

  private static List<String> unmatched(KeyField key, Map<String, Column> columns) {
    List<String> mapped = columns.values().stream().map(Column::field).toList();
    String left =
        key.in().container().fields().stream()
            .map(Field::name)
            .filter(name -> !name.equals(key.field().name()) && !mapped.contains(name))
            .collect(Collectors.joining(", "));
    return left.isEmpty() ? List.of() : List.of("not found elsewhere: " + left);
  }
}

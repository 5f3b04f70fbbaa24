package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Documents without some of their fields.
 *
 * @param paths each of one or more fields' names with a point between, from the outside in
 */
record WithoutPaths(List<String> paths) implements Normalisation {
  static final Entry ENTRY =
      new Entry(
          new Manual(
              "ignore",
              Parameter.several("a field's dotted path"),
              List.of(Value.Document.class, Value.Array.class),
              "removes these fields from a document, and from every document in a list on their way."
                  + " What held them stays, even when nothing else is in it. A field whose own name"
                  + " has a point cannot be named",
              List.of(
                  Example.of(
                      List.of("etag", "lines.id"),
                      document(Map.of("etag", Value.number(7), "lines", lines("id", "sku"))),
                      document(Map.of("lines", lines("sku")))))),
          WithoutPaths::read);

  private static final Pattern POINT = Pattern.compile("\\.");

  private static Optional<Made> read(List<String> paths) {
    boolean named = paths.stream().noneMatch(path -> fields(path).contains(""));
    return named ? Optional.of(new Made.Sound(new WithoutPaths(paths))) : Optional.empty();
  }

  private static List<String> fields(String path) {
    return List.of(POINT.split(path, -1));
  }

  private static Value lines(String... fields) {
    Map<String, Value> line =
        List.of(fields).stream().collect(Collectors.toMap(field -> field, Value::text));
    return new Value.Array(List.of(document(line)));
  }

  private static Value document(Map<String, Value> fields) {
    return new Value.Document(new TreeMap<>(fields));
  }

  @Override
  public String name() {
    return "ignore: [" + String.join(", ", paths) + "]";
  }

  @Override
  public Optional<Value> apply(Optional<Value> value) {
    return value.map(whole -> {
      Value rest = whole;
      for (String path : paths) {
        rest = without(fields(path), rest);
      }
      return rest;
    });
  }

  private static Value without(List<String> path, Value value) {
    return switch (value) {
      case Value.Array(List<Value> elements) ->
          new Value.Array(elements.stream().map(element -> without(path, element)).toList());
      case Value.Document document -> without(path, document);
      default -> value;
    };
  }

  private static Value without(List<String> path, Value.Document document) {
    SortedMap<String, Value> fields = new TreeMap<>(document.fields());
    List<String> inner = path.subList(1, path.size());
    if (inner.isEmpty()) {
      fields.remove(path.getFirst());
    } else {
      fields.computeIfPresent(path.getFirst(), (name, held) -> without(inner, held));
    }
    return new Value.Document(fields);
  }
}

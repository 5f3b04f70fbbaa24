package io.reconciled.store.mongodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A dotted path into a document. A step that is a number is a place in an array, from 0, where
 * there is an array: {@code phones.0.number}. A step that ends with brackets goes through all
 * elements of an array: {@code phones[].number} is the array of what each has there, in their
 * order; an element that has nothing there is left out, one that has null there is a null.
 */
record FieldPath(String dotted) {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern PLACE = Pattern.compile("\\d{1,9}");
  private static final Pattern INTO_ARRAY =
      Pattern.compile("(\\[]|\\.\\d{1,9}(?=\\.|$)).*", Pattern.DOTALL);
  private static final String EACH = "[]";

  /** The path as a filter has it, which looks into arrays by itself. */
  String queried() {
    return dotted.replace(EACH, "");
  }

  /** Whether it is the array of what several elements have. */
  boolean isOfEach() {
    return dotted.contains(EACH);
  }

  /** Whether a step is a place in an array, or goes through all of one, if there is one. */
  boolean mayEnterArrays() {
    return isOfEach() || steps().stream().anyMatch(step -> PLACE.matcher(step).matches());
  }

  List<String> steps() {
    return List.of(DOT.split(dotted, -1));
  }

  /** The path up to the first array that it goes into: projections know no places in arrays. */
  FieldPath whole() {
    return new FieldPath(INTO_ARRAY.matcher(dotted).replaceAll(""));
  }

  /** What the document has there; an array that the path does not go into is what it has. */
  Optional<BsonValue> in(BsonDocument document) {
    return in(document, steps());
  }

  private static Optional<BsonValue> in(BsonValue found, List<String> steps) {
    if (steps.isEmpty()) {
      return Optional.of(found);
    }
    String step = steps.getFirst();
    List<String> further = steps.subList(1, steps.size());
    if (found.isArray()) {
      return PLACE.matcher(step).matches()
          ? element(found.asArray(), Integer.parseInt(step)).flatMap(next -> in(next, further))
          : Optional.of(found);
    }
    if (!found.isDocument()) {
      return Optional.empty();
    }
    boolean each = step.endsWith(EACH);
    String name = each ? step.substring(0, step.length() - EACH.length()) : step;
    Optional<BsonValue> next = Optional.ofNullable(found.asDocument().get(name));
    return each
        ? next.map(elements -> inEach(elements, further))
        : next.flatMap(value -> in(value, further));
  }

  private static Optional<BsonValue> element(BsonArray array, int place) {
    return place < array.size() ? Optional.of(array.get(place)) : Optional.empty();
  }

  /** What should be an array and is not, is what the document has. */
  private static BsonValue inEach(BsonValue elements, List<String> further) {
    if (!elements.isArray()) {
      return elements;
    }
    List<BsonValue> found = new ArrayList<>();
    for (BsonValue element : elements.asArray()) {
      in(element, further).ifPresent(found::add);
    }
    return new BsonArray(found);
  }

  /** Paths without those that lie within another: a projection must not name both. */
  static List<String> outermost(Collection<String> paths) {
    List<String> projected =
        paths.stream().map(path -> new FieldPath(path).whole().dotted).distinct().toList();
    return projected.stream()
        .filter(path -> projected.stream().noneMatch(outer -> path.startsWith(outer + ".")))
        .sorted()
        .toList();
  }
}

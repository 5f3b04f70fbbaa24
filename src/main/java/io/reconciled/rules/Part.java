package io.reconciled.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One part of a file, with its dotted path. What is asked of it and it cannot give, it complains
 * of; so an empty answer needs no further word.
 */
final class Part {
  private final Document document;
  private final String path;
  private final Node node;
  private final Place name;
  private final Place place;

  /**
   * @param name where the part's name stands, which is the place of a part that has parts itself; a
   *     scalar stands where its value stands
   */
  Part(Document document, String path, Node node, Place name) {
    this.document = document;
    this.path = path;
    this.node = node;
    this.name = name;
    this.place = node instanceof ScalarNode ? document.place(node) : name;
    document.placesByPath().putIfAbsent(path, place);
  }

  Document document() {
    return document;
  }

  Place place() {
    return place;
  }

  /** Complains of the name that this part goes by. */
  void complainOfName(String what, String fix) {
    document.complaints().add(name, what, fix);
  }

  /** Says that this part {@code is ...}, {@code needs ...}. */
  void complain(String what, String fix) {
    document.complaints().add(place, (path.isEmpty() ? "the file" : path) + " " + what, fix);
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  boolean isEmptyList() {
    return node instanceof SequenceNode list && list.getValue().isEmpty();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The scalar as YAML typed it, before any substitution. */
  Optional<ScalarNode> scalar() {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar);
    }
    complain("must be a single value, not a list or a mapping", "write one value");
    return Optional.empty();
  }

  /** Text with the environment put in, blank or not; never quoted in a complaint from here. */
  Optional<String> textOrBlank() {
    return scalar()
        .map(scalar -> scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue())
        .flatMap(written -> document.substitute().in(written, this));
  }

  /** {@link #textOrBlank} that is not blank. */
  Optional<String> text() {
    Optional<String> text = textOrBlank();
    if (text.isPresent() && text.get().isBlank()) {
      complain("is empty", "write a value, or remove the line");
      return Optional.empty();
    }
    return text;
  }

  /** Text that reads as something, or a complaint that quotes it. */
  <T> Optional<T> text(Function<String, Optional<T>> reading, String mustBe, String fix) {
    Optional<String> text = text();
    Optional<T> read = text.flatMap(reading);
    if (text.isPresent() && read.isEmpty()) {
      complain("must be " + mustBe + ", not " + Quoted.of(text.get()), fix);
    }
    return read;
  }

  /** The parts of a list. */
  List<Part> items() {
    if (!(node instanceof SequenceNode sequence)) {
      complain("must be a list", "write [a, b], or a line '- …' for each");
      return List.of();
    }
    List<Part> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String itemPath = inside(Integer.toString(items.size()));
      items.add(new Part(document, itemPath, item, document.place(item)));
    }
    return items;
  }

  /** The parts of a list, or this part alone. */
  List<Part> itemsOrSelf() {
    return isScalar() ? List.of(this) : items();
  }

  /** The names and parts of a mapping, in the order of the file. */
  Map<String, Part> entries() {
    Map<String, Part> entries = new LinkedHashMap<>();
    Map<String, Place> names = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples()) {
      Place at = document.place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode name) || name.getValue().isBlank()) {
        document.complaints().add(at, "a name is expected here", "write 'name: …'");
        continue;
      }
      Place first = names.putIfAbsent(name.getValue(), at);
      if (first == null) {
        String entryPath = inside(name.getValue());
        entries.put(name.getValue(), new Part(document, entryPath, tuple.getValueNode(), at));
      } else {
        document
            .complaints()
            .add(
                at,
                Quoted.of(name.getValue()) + " is written twice",
                "keep one of the two; the first is at " + first);
      }
    }
    return entries;
  }

  /** Names and values of a mapping as parts, where names are values too. */
  Map<Part, Part> pairs() {
    Map<Part, Part> pairs = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples()) {
      Part name = new Part(document, path, tuple.getKeyNode(), document.place(tuple.getKeyNode()));
      pairs.put(name, new Part(document, path, tuple.getValueNode(), name.place()));
    }
    return pairs;
  }

  private List<NodeTuple> tuples() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    complain("must be a mapping", "write 'name: value' lines, or { name: value }");
    return List.of();
  }

  private String inside(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

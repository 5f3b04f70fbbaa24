package io.reconciled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key of several parts.
 *
 * @param parts at least two
 */
public record CompositeShape(List<KeyType> parts) implements KeyShape {
  public CompositeShape {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("a composite key has at least two parts");
    }
  }

  @Override
  public Optional<SharedKey> keyOf(List<Value> values) {
    if (values.size() != parts.size()) {
      return Optional.empty();
    }
    List<SharedKey.Single> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).partOf(values.get(i)).ifPresent(found::add);
    }
    return whole(found);
  }

  @Override
  public Optional<SharedKey> parse(String text) {
    List<String> texts = PartText.split(text);
    if (texts.size() != parts.size()) {
      return Optional.empty();
    }
    List<SharedKey.Single> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PartText.unescape(texts.get(i)).flatMap(parts.get(i)::parsePart).ifPresent(found::add);
    }
    return whole(found);
  }

  private Optional<SharedKey> whole(List<SharedKey.Single> found) {
    return found.size() == parts.size()
        ? Optional.of(new SharedKey.Composite(found))
        : Optional.empty();
  }

  @Override
  public String written() {
    return parts.stream().map(KeyType::written).collect(Collectors.joining(", ", "[", "]"));
  }
}

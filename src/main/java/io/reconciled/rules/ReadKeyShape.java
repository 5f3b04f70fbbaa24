package io.reconciled.rules;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code key: { type: integer }}, or {@code key: { type: [text, integer] }}. */
final class ReadKeyShape {
  static final List<String> KEYS = List.of("type");
  private static final List<String> TYPES =
      Arrays.stream(KeyType.values()).map(KeyType::written).toList();

  private ReadKeyShape() {}

  static Optional<KeyShape> of(Part part) {
    return Section.of(part, KEYS)
        .required("type", "type: with one of " + String.join(", ", TYPES))
        .flatMap(ReadKeyShape::types);
  }

  private static Optional<KeyShape> types(Part part) {
    List<KeyType> types = new ArrayList<>();
    for (Part item : part.itemsOrSelf()) {
      ReadName.among(TYPES, "the key type", item)
          .ifPresent(type -> types.add(KeyType.valueOf(type.toUpperCase(Locale.ROOT))));
    }
    if (part.isEmptyList()) {
      part.complain("names no type", "write one of " + String.join(", ", TYPES));
    }
    return switch (types.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(types.getFirst());
      default -> Optional.of(new CompositeShape(types));
    };
  }
}

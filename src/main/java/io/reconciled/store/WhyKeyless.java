package io.reconciled.store;

import io.reconciled.model.KeyShape;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Locale;

/** Says why a row has no shared key, by the first part that is none. */
public final class WhyKeyless {
  private WhyKeyless() {}

  /**
   * @param stored a value for each part of the key, of which at least one is no such part
   */
  public static String of(KeyShape shape, List<Value> stored) {
    for (int i = 0; i < stored.size(); i++) {
      if (shape.parts().get(i).partOf(stored.get(i)).isEmpty()) {
        return why(stored.get(i));
      }
    }
    return "no key";
  }

  private static String why(Value stored) {
    return switch (stored) {
      case Value.Null() -> "null key";
      case Value.Unmapped(String type) -> "key of type " + type;
      case Value other ->
          "key of type " + other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}

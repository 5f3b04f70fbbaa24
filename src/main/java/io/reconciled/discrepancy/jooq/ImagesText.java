package io.reconciled.discrepancy.jooq;

import com.fasterxml.jackson.core.type.TypeReference;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.Sighting.SeenImage;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import io.reconciled.state.jooq.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen, as a column holds it: masked before it is written. */
final class ImagesText {
  private static final TypeReference<Map<String, SeenImage>> SEEN = new TypeReference<>() {};

  private ImagesText() {}

  static String of(Readings images, Masking masking) {
    Map<String, SeenImage> seen = new TreeMap<>();
    images
        .byDataset()
        .forEach((dataset, reading) -> seen.put(dataset.value(), seen(reading, masking)));
    return Json.write(seen);
  }

  static Map<String, SeenImage> read(String text) {
    return Json.read(text, SEEN);
  }

  private static SeenImage seen(Reading reading, Masking masking) {
    return switch (reading) {
      case Image.Present(Map<String, Value> values) -> {
        Map<String, String> attributes = new TreeMap<>();
        values.forEach((attribute, value) -> attributes.put(attribute, masking.text(value)));
        yield new SeenImage("present", attributes);
      }
      case Image.Absent absent -> new SeenImage("absent", Map.of());
      case Image.Several(List<Map<String, Value>> rows) ->
          new SeenImage(rows.size() + " rows", Map.of());
      case Image.Duplicate several -> new SeenImage("several rows", Map.of());
      case Unread unread -> new SeenImage("unread", Map.of());
    };
  }
}

package io.reconciled.rules;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where in a file each part of it stands, by dotted path ({@code datasets.crm.attributes.status}),
 * so that what is found wrong later can still name its line.
 */
public record Places(Path file, Map<String, Place> byPath) {
  public Places {
    byPath = Map.copyOf(byPath);
  }

  /** The place of the path, or of the nearest enclosing part that has one. */
  public Place of(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Place place = byPath.get(at);
      if (place != null) {
        return place;
      }
    }
    return new Place(file, 1, 1);
  }

  private static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }
}

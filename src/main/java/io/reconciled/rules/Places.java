package io.reconciled.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where in a file each part of it stands, so that what is found wrong later can still name its
 * line.
 *
 * <p>A path is the keys that lead to a part, between dots: {@code url}, {@code options.sslmode},
 * {@code datasets.crm.table}, {@code datasets.crm.attributes.status}, {@code schedule.sweep}. A
 * part of a list is its number from 0: {@code rules.0.authority}. A value stands where it is
 * written, a part that has parts where its key is.
 */
public record Places(Path file, Map<String, Place> byPath) {
  public Places {
    byPath = Map.copyOf(byPath);
  }

  /** The place of the first of these paths that is written; else of what encloses the first. */
  Place ofFirst(List<String> paths) {
    return paths.stream()
        .filter(byPath::containsKey)
        .findFirst()
        .map(this::of)
        .orElseGet(() -> of(paths.getFirst()));
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

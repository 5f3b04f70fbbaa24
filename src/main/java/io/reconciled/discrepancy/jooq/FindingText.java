package io.reconciled.discrepancy.jooq;

import com.fasterxml.jackson.core.type.TypeReference;
import io.reconciled.compare.Finding;
import io.reconciled.model.DatasetName;
import io.reconciled.state.jooq.Json;
import java.util.List;
import java.util.TreeSet;

/** Findings as columns hold them: equal findings have equal text. */
final class FindingText {
  private static final TypeReference<Stored> STORED = new TypeReference<>() {};

  private FindingText() {}

  /**
   * @param against one name, or none
   */
  private record Stored(
      Finding.Kind kind, List<String> attributes, List<String> in, List<String> against) {}

  static String of(Finding finding) {
    return Json.write(
        new Stored(
            finding.kind(),
            finding.attributes(),
            finding.in().stream().map(DatasetName::value).toList(),
            finding.against().map(DatasetName::value).stream().toList()));
  }

  static Finding read(String text) {
    Stored stored = Json.read(text, STORED);
    return new Finding(
        stored.kind(),
        stored.attributes(),
        new TreeSet<>(stored.in().stream().map(DatasetName::new).toList()),
        stored.against().stream().findFirst().map(DatasetName::new));
  }

  /**
   * The datasets of a finding as a list; each stands in it exactly as {@link #dataset} writes it.
   */
  static String datasets(Finding finding) {
    return Json.write(finding.datasets().stream().map(DatasetName::value).toList());
  }

  static String dataset(DatasetName name) {
    return Json.write(name.value());
  }
}

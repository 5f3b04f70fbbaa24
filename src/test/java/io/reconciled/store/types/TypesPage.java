package io.reconciled.store.types;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The samples as a page of documentation. */
record TypesPage(List<ReadSample> all) {
  private static final String UNVERIFIED = "unverified";

  /** Fills the places that the page leaves open: {@code {{postgresql}}}, {@code {{pairs}}}, …. */
  String fill(String page) {
    String filled = page;
    for (String store : all.stream().map(read -> read.sample().store()).distinct().toList()) {
      filled = filled.replace("{{" + store + "}}", table(store));
    }
    return filled
        .replace("{{samples}}", Integer.toString(all.size()))
        .replace("{{pairs}}", Integer.toString(all.size() * (all.size() + 1) / 2))
        .replace("{{kinds}}", betweenKinds())
        .replace("{{within}}", withinKinds());
  }

  private String table(String store) {
    return all.stream()
        .filter(read -> read.sample().store().equals(store))
        .map(read ->
            "| %s | %s | %s |"
                .formatted(
                    code(read.sample().type()), code(read.sample().literal()), canonical(read)))
        .collect(Collectors.joining("\n", "| column | written | read as |\n|---|---|---|\n", ""));
  }

  private static String canonical(ReadSample read) {
    return switch (read.value().orElse(null)) {
      case null -> "absent";
      case Value.Null none -> "null";
      case Value.JsonNull none -> "JSON null";
      case Value.Unmapped(String type) -> "*unverified*: " + type;
      case Value.Moment moment -> "moment " + code(moment.toString()) + digits(moment.digits());
      case Value.LocalMoment local ->
          "local moment " + code(local.toString()) + digits(local.digits());
      case Value value -> kind(value) + " " + code(shortened(value.toString()));
    };
  }

  private static String digits(int digits) {
    return " to " + digits + " digits";
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Whole whole -> "number";
      case Value.Decimal decimal -> "number";
      case Value.NotFinite odd -> "number";
      case Value.Bool truth -> "boolean";
      case Value.Span span -> "duration";
      case Value.Array array -> "list";
      case Value.Labels labels -> "set";
      default -> value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String shortened(String text) {
    return text.length() <= 64
        ? text
        : text.substring(0, 24) + "…" + text.substring(text.length() - 8);
  }

  private static String code(String text) {
    return text.isEmpty() ? "(empty)" : "`" + text.replace("|", "\\|") + "`";
  }

  private Map<String, List<ReadSample>> byKind() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                read -> read.sample().meaning().kind(), TreeMap::new, Collectors.toList()));
  }

  private String betweenKinds() {
    Map<String, List<ReadSample>> groups = byKind();
    List<String> lines = new ArrayList<>();
    lines.add("| | " + String.join(" | ", groups.keySet()) + " |");
    lines.add("|---|" + "---|".repeat(groups.size()));
    groups.forEach((row, samples) ->
        lines.add(
            groups.values().stream()
                .map(others -> outcomes(samples, others))
                .collect(Collectors.joining(" | ", "| " + row + " | ", " |"))));
    return String.join("\n", lines);
  }

  private static String outcomes(List<ReadSample> left, List<ReadSample> right) {
    return left.stream()
        .flatMap(one -> right.stream().map(one::likeness))
        .map(TypesPage::sign)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private String withinKinds() {
    return byKind().entrySet().stream()
        .filter(group -> !group.getKey().equals(UNVERIFIED))
        .map(group -> "### " + group.getKey() + "\n\n```\n" + matrix(group.getValue()) + "\n```")
        .collect(Collectors.joining("\n\n"));
  }

  private static String matrix(List<ReadSample> samples) {
    List<String> lines = new ArrayList<>();
    for (ReadSample row : samples) {
      String signs =
          samples.stream().map(row::likeness).map(TypesPage::sign).collect(Collectors.joining());
      lines.add(signs + "  " + row.name());
    }
    return String.join("\n", lines);
  }

  private static String sign(Meaning.Likeness likeness) {
    return switch (likeness) {
      case SAME -> "=";
      case DIFFERENT -> "≠";
      case INCOMPARABLE -> "?";
    };
  }
}

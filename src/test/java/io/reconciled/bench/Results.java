package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run measured, and what it could not. */
final class Results {

  private final Map<String, Object> run = new LinkedHashMap<>();
  private final Map<String, List<Measured>> measured = new LinkedHashMap<>();
  private final Map<String, String> failed = new LinkedHashMap<>();

  /** Notes something about the run itself, such as where and when. */
  void note(String what, Object value) {
    run.put(what, value);
  }

  void add(Figure figure, List<Measured> lines) {
    measured.put(figure.name(), List.copyOf(lines));
    if (lines.isEmpty()) {
      failed.put(figure.name(), "it measured nothing");
    }
  }

  void failed(Figure figure, Throwable why) {
    failed.put(figure.name(), why.toString());
  }

  /** Whether all was measured and no limit was missed. */
  boolean passed() {
    return failed.isEmpty()
        && !measured.isEmpty()
        && measured.values().stream().flatMap(List::stream).allMatch(Measured::passes);
  }

  String table() {
    StringBuilder text = new StringBuilder();
    run.forEach((what, value) -> text.append("%s: %s%n".formatted(what, value)));
    text.append(row("figure", "value", "", "floor", "", "ratio", "limit", ""));
    measured.forEach((figure, lines) -> {
      text.append(figure).append(System.lineSeparator());
      lines.forEach(line -> text.append(row(line)));
    });
    failed.forEach((figure, why) -> text.append("NOT MEASURED  %s: %s%n".formatted(figure, why)));
    text.append(passed() ? "all limits kept" : "FAILED").append(System.lineSeparator());
    return text.toString();
  }

  private static String row(Measured line) {
    return row(
        "  " + line.what(),
        line.shown(line.value()),
        line.unit(),
        line.floor().map(floor -> line.shown(floor.value())).orElse(""),
        line.floor().map(Measured.Floor::what).orElse(""),
        line.ratio().isPresent()
            ? String.format(Locale.ROOT, "%.2f", line.ratio().getAsDouble())
            : "",
        line.limit().map(Limit::toString).orElse(""),
        line.passes() ? "" : "MISSED");
  }

  private static String row(Object... cells) {
    return "%-64s %12s %-7s %12s  %-24s %6s %7s  %s".formatted(cells).stripTrailing()
        + System.lineSeparator();
  }

  /** Writes {@code bench.txt} and {@code bench.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("bench.txt"), table());
    Map<String, Object> json = new LinkedHashMap<>(run);
    Map<String, Object> figures = new LinkedHashMap<>();
    measured.forEach(
        (name, lines) -> figures.put(name, lines.stream().map(Results::json).toList()));
    json.put("figures", figures);
    json.put("notMeasured", failed);
    json.put("passed", passed());
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("bench.json").toFile(), json);
  }

  private static Map<String, Object> json(Measured line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", line.what());
    json.put("value", line.value());
    json.put("unit", line.unit());
    line.floor().ifPresent(floor -> json.put("floor", floor));
    line.ratio().ifPresent(ratio -> json.put("ratio", ratio));
    line.limit().ifPresent(limit -> json.put("limit", limit));
    json.put("passes", line.passes());
    return json;
  }
}

package io.reconciled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README, read by what it promises. */
public record Readme(String text) {

  /**
   * A fenced block.
   *
   * @param source the file that the comment above it names; empty without one
   */
  public record Block(String source, String language, String content) {}

  public static Readme read() throws IOException {
    return new Readme(Files.readString(Path.of("README.md")));
  }

  public List<Block> blocks() {
    return all("(?ms)(?:^<!-- (\\S+) -->\n)?^```(\\w*)\n(.*?)^```$")
        .map(found ->
            new Block(found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  /** The SQL statements below a heading, in order, without comments. */
  public List<String> statements(String heading) {
    return new Readme(section("### " + heading))
        .blocks().stream()
            .filter(block -> block.language().equals("sql"))
            .map(block -> block.content().replaceAll("--.*", ""))
            .flatMap(content -> Stream.of(content.split(";")))
            .map(String::strip)
            .filter(statement -> !statement.isEmpty())
            .toList();
  }

  /** From a heading to the next of any level. */
  String section(String heading) {
    int start = text.indexOf("\n" + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException("the README has no heading " + heading);
    }
    int end = text.indexOf("\n#", start + 1 + heading.length());
    return text.substring(start, end < 0 ? text.length() : end);
  }

  Stream<MatchResult> all(String regex) {
    return Pattern.compile(regex).matcher(text).results();
  }
}

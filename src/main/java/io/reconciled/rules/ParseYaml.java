package io.reconciled.rules;

import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns text into YAML nodes that know their lines. */
final class ParseYaml {
  static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(ReadText.MOST_BYTES + 1)
          .build();
  private static final String FIX = "mend the syntax at or just before this place";

  private ParseYaml() {}

  static Optional<Node> node(Path file, String text, Complaints complaints) {
    try {
      if (!CheckPlainYaml.passes(file, text, complaints)) {
        return Optional.empty();
      }
      Optional<Node> node = new Compose(SETTINGS).composeString(text);
      if (node.isEmpty()) {
        complaints.add(file, "the file is empty", "write it, or remove it");
      }
      return node;
    } catch (MarkedYamlEngineException unsound) {
      Place place = place(file, unsound.getProblemMark().or(unsound::getContextMark));
      complaints.add(place, "this is not sound YAML: " + reason(unsound), FIX);
    } catch (ReaderException unprintable) {
      int position = Math.min(Math.max(unprintable.getPosition(), 0), text.length());
      Place place = ReadText.endOf(file, text.substring(0, position));
      complaints.add(place, "this character may not stand in YAML", "remove it, or escape it");
    } catch (YamlEngineException unsound) {
      complaints.add(file, "this is not sound YAML", FIX);
    }
    return Optional.empty();
  }

  static Place place(Path file, Optional<Mark> mark) {
    return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }

  /**
   * Without anything that was written in the file, which may be a password: the parser quotes
   * single characters and its own words, except where it speaks of tags.
   */
  private static String reason(MarkedYamlEngineException unsound) {
    String problem = unsound.getProblem();
    return problem == null || problem.contains("tag") ? "it cannot be parsed" : problem;
  }
}

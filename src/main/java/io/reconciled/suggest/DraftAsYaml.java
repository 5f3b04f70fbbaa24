package io.reconciled.suggest;

import io.reconciled.suggest.Draft.Column;
import io.reconciled.suggest.Draft.Part;
import io.reconciled.suggest.Likeness.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedMap;

/** A draft as a rules file that loads, with what each line rests on as comments. */
public final class DraftAsYaml {
  private final StringBuilder yaml = new StringBuilder();

  private DraftAsYaml() {}

  public static String of(Draft draft) {
    DraftAsYaml text = new DraftAsYaml();
    text.head(draft);
    text.line("datasets:");
    draft.parts().forEach(text::part);
    text.rules(draft);
    return text.yaml.toString();
  }

  private void head(Draft draft) {
    comment(
        "", "A draft made from samples: nothing in it is certain. Correct it line by line, then");
    comment("", "see what it would find: reconciled try " + draft.entity() + ".yaml");
    line("entity: " + YamlText.name(draft.entity()));
    line("key: { type: " + draft.keyType().name().toLowerCase(Locale.ROOT) + " }");
    line("");
    comment("", "A guess: how long may the stores disagree after a change?");
    line("grace: 5s");
    line("");
    draft.remarks().forEach(remark -> comment("", "Unsure: " + remark));
  }

  private void part(Part part) {
    part.met().ifPresent(common -> comment("  ", InWords.of(common)));
    line("  " + YamlText.name(part.key().in().store().value()) + ":");
    Sampled in = part.key().in();
    String container =
        in.word().equals("table")
            ? YamlText.table(in.container().path())
            : YamlText.name(in.container().path().getLast());
    line("    " + (in.container().view() ? "view" : in.word()) + ": " + container);
    line("    key: " + YamlText.name(part.key().field().name()));
    if (!part.key().field().indexed()) {
      comment("    ", "Unsure: no index begins with this field; looks would read everything");
    }
    attributes(part.attributes());
    values(part.attributes());
    part.remarks().forEach(remark -> comment("    ", "Unsure: " + remark));
  }

  private void attributes(SequencedMap<String, Column> attributes) {
    if (!attributes.isEmpty()) {
      line("    attributes:");
    }
    attributes.forEach((name, column) ->
        line(
            "      %s: %s%s"
                .formatted(
                    YamlText.name(name),
                    YamlText.name(column.field()),
                    column.agreement().map(found -> " # " + InWords.of(found)).orElse(""))));
  }

  private void values(SequencedMap<String, Column> attributes) {
    SequencedMap<String, SortedMap<String, Meaning>> maps = new LinkedHashMap<>();
    attributes.forEach((name, column) -> {
      if (column.agreement().map(Agreement::likeness).orElse(new Likeness.Same())
          instanceof Likeness.Translated(SortedMap<String, Meaning> meanings)) {
        maps.put(name, meanings);
      }
    });
    if (!maps.isEmpty()) {
      line("    values:");
      maps.forEach(this::valueMap);
    }
  }

  private void valueMap(String attribute, SortedMap<String, Meaning> meanings) {
    line("      " + YamlText.name(attribute) + ":");
    meanings
        .values()
        .forEach(meaning ->
            line(
                String.format(
                    Locale.ROOT,
                    "        %s: %s # in %s of %,d rows",
                    YamlText.of(meaning.from()),
                    YamlText.of(meaning.to()),
                    InWords.percent(meaning.share()),
                    meaning.rows())));
  }

  private void rules(Draft draft) {
    List<String> stores =
        draft.parts().stream().map(part -> YamlText.name(part.key().in().store().value())).toList();
    line("");
    line("rules:");
    comment("  ", "Unsure: must each of these have every key? The first decides which is missing.");
    line("  - present: [" + String.join(", ", stores) + "]");
    if (!draft.attributes().isEmpty()) {
      comment(
          "  ", "Which store is right where they differ was not guessed: add authority: to say.");
    }
    for (String attribute : draft.attributes()) {
      line("  - equal: " + YamlText.name(attribute));
      List<String> normalise = draft.normalisations(attribute);
      if (!normalise.isEmpty()) {
        line("    normalise: [" + String.join(", ", normalise) + "]");
      }
    }
  }

  private void comment(String indent, String text) {
    line(indent + "# " + text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029]", " "));
  }

  private void line(String line) {
    yaml.append(line).append('\n');
  }
}

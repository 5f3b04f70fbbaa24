package io.reconciled.rules;

import io.reconciled.model.RuleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rules:}, each rule by its leading word. */
final class ReadRules {
  static final List<RuleForm> FORMS =
      List.of(
          new PresentForm(),
          new AbsentForm(),
          new EqualForm(),
          new MatchesForm(),
          new UniqueForm(),
          new ReferencesForm(),
          new CountForm(),
          new SumForm(),
          new FreshForm());
  static final String NAME = "name";
  static final String SHADOW = "shadow";
  static final List<String> ANY_RULE = anyRule();
  private static final List<String> WORDS = FORMS.stream().map(RuleForm::word).toList();
  private static final int LONGEST_NAME = 100;

  private ReadRules() {}

  static List<Rule> of(Part part, KnownDatasets datasets) {
    List<Rule> rules = new ArrayList<>();
    Map<RuleName, Place> names = new HashMap<>();
    for (Part item : part.items()) {
      read(item, datasets)
          .ifPresent(rule -> {
            rules.add(rule);
            Place first = names.putIfAbsent(rule.name(), item.place());
            if (first != null) {
              item.complain(
                  "is called " + Quoted.of(rule.name().value()) + " like the rule at " + first,
                  "tell them apart by name:");
            }
          });
    }
    if (part.isEmptyList()) {
      part.complain("is empty", "write at least one rule, such as - present: [crm, billing]");
    }
    return rules;
  }

  private static Optional<Rule> read(Part item, KnownDatasets datasets) {
    Map<String, Part> entries = item.entries();
    List<RuleForm> forms = FORMS.stream().filter(form -> entries.containsKey(form.word())).toList();
    if (forms.size() != 1) {
      if (item.isMapping()) {
        complain(item, entries, forms);
      }
      return Optional.empty();
    }
    RuleForm form = forms.getFirst();
    Section section = Section.of(item, entries, keys(form));
    RuleForm.Written written = form.read(section, datasets);
    return Optional.of(
        new Rule(
            section
                .optional(NAME)
                .flatMap(ReadRules::name)
                .orElse(new RuleName(written.usualName())),
            written.check(),
            ReadAbout.of(section, datasets.defaults().about()),
            section.optional(SHADOW).flatMap(ReadRules::truth).orElse(false)));
  }

  private static Optional<Boolean> truth(Part part) {
    return part.text(
        text ->
            Optional.of(text)
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf),
        "true or false",
        "write shadow: true, or remove the line");
  }

  private static List<String> anyRule() {
    List<String> keys = new ArrayList<>(List.of(NAME, SHADOW));
    keys.addAll(ReadAbout.KEYS);
    return keys;
  }

  /** All keys that a rule of this form may have. */
  static List<String> keys(RuleForm form) {
    List<String> keys = new ArrayList<>(List.of(form.word()));
    keys.addAll(form.keys());
    keys.addAll(ANY_RULE);
    return keys;
  }

  private static void complain(Part item, Map<String, Part> entries, List<RuleForm> forms) {
    if (forms.isEmpty()) {
      String likely = entries.keySet().stream().findFirst().orElse("");
      item.complain("is no known kind of rule", NearestName.advice(likely, WORDS));
    } else {
      item.complain("is several rules in one", "begin each rule with a '-' of its own");
    }
  }

  private static Optional<RuleName> name(Part part) {
    return part.text(
            text ->
                Optional.of(text)
                    .filter(name -> name.length() <= LONGEST_NAME)
                    .filter(name -> name.chars().noneMatch(Character::isISOControl)),
            "one line of at most " + LONGEST_NAME + " characters",
            "choose a shorter name")
        .map(RuleName::new);
  }
}

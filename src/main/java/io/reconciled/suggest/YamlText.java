package io.reconciled.suggest;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and values as they stand in a YAML file and mean themselves. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  static String of(Value value) {
    return value instanceof Value.Text(String text) ? quoted(text) : value.toString();
  }

  /** A name; a dollar sign and a brace would else ask for an environment variable. */
  static String name(String name) {
    return quoted(name.replace("${", "$${"));
  }

  /** A table's path, names that hold a dot or a quote in quotes of their own. */
  static String table(List<String> path) {
    return name(path.stream().map(YamlText::step).collect(Collectors.joining(".")));
  }

  private static String step(String name) {
    return name.contains(".") || name.contains("\"") || !name.equals(name.strip())
        ? '"' + name.replace("\"", "\"\"") + '"'
        : name;
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> quoted.append(escaped((char) unit)));
    return quoted.append('"').toString();
  }

  private static String escaped(char unit) {
    if (unit == '"' || unit == '\\') {
      return "\\" + unit;
    }
    return isPlain(unit) ? String.valueOf(unit) : String.format(Locale.ROOT, "\\u%04x", (int) unit);
  }

  /** A character that YAML lets stand in quotes; surrogates come in pairs and are left alone. */
  private static boolean isPlain(char unit) {
    return !Character.isISOControl(unit)
        && unit != 0x2028
        && unit != 0x2029
        && unit != 0xfeff
        && unit < 0xfffe;
  }
}

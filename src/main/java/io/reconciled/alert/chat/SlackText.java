package io.reconciled.alert.chat;

import io.reconciled.alert.Message;
import io.reconciled.rules.About;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message in Slack's own markup. */
final class SlackText {
  private SlackText() {}

  static String headline(Message message) {
    return sign(message) + " *" + escaped(message.headline()) + "*";
  }

  private static String sign(Message message) {
    if (message.over().isPresent()) {
      return message.ruleRemoved() ? ":wastebasket:" : ":white_check_mark:";
    }
    return switch (message.about().orElse(About.NOTHING).severity()) {
      case INFO -> ":information_source:";
      case WARNING -> ":warning:";
      case CRITICAL -> ":rotating_light:";
    };
  }

  static String details(Message message) {
    String keys =
        message.examples().stream().map(SlackText::code).collect(Collectors.joining(", "));
    long more = message.keys() - message.examples().size();
    return "keys "
        + keys
        + (more > 0 ? " and " + more + " more" : "")
        + message.about().map(SlackText::about).orElse("")
        + (message.repetition()
            ? "\n_This may be a repetition: whether it was told before is not known._"
            : "");
  }

  /** What the rule says of itself: why it exists on a line of its own, the rest on another. */
  private static String about(About about) {
    List<String> facts = new ArrayList<>();
    facts.add(about.severity().word());
    about.owner().ifPresent(owner -> facts.add("owner " + escaped(owner)));
    about.labels().forEach(label -> facts.add(code(label)));
    about
        .runbook()
        .ifPresent(runbook -> facts.add("<" + escaped(runbook.toString()) + "|runbook>"));
    return about.why().map(why -> "\n" + escaped(why)).orElse("") + "\n" + String.join(", ", facts);
  }

  static String footnote(Message message) {
    StringBuilder text = new StringBuilder("rule ").append(code(message.rule()));
    text.append(", since ").append(message.began().truncatedTo(ChronoUnit.SECONDS));
    message
        .over()
        .ifPresent(at -> text.append(" until ").append(at.truncatedTo(ChronoUnit.SECONDS)));
    text.append(", incident ").append(message.incident());
    message
        .link()
        .ifPresent(link -> text.append(", <").append(escaped(link.toString())).append("|report>"));
    return text.toString();
  }

  /** A backtick would end the span. */
  private static String code(String text) {
    return "`" + escaped(text.replace('`', '\'')) + "`";
  }

  /** The three characters that Slack asks to escape. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

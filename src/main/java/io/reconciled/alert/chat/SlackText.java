package io.reconciled.alert.chat;

import io.reconciled.alert.Message;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** A message in Slack's own markup. */
final class SlackText {
  private SlackText() {}

  static String headline(Message message) {
    String sign = message.over().isPresent() ? ":white_check_mark: " : ":warning: ";
    return sign + "*" + escaped(message.headline()) + "*";
  }

  static String details(Message message) {
    String keys =
        message.examples().stream().map(SlackText::code).collect(Collectors.joining(", "));
    long more = message.keys() - message.examples().size();
    return "keys "
        + keys
        + (more > 0 ? " and " + more + " more" : "")
        + (message.repetition()
            ? "\n_This may be a repetition: whether it was told before is not known._"
            : "");
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

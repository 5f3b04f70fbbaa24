package io.reconciled.schedule;

import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** Cron expressions as rule files give them: six or seven fields, seconds first. */
public final class CronText {
  /** Numbers that Quartz takes for its own marks of "any" and "none", instead of refusing them. */
  private static final Pattern TOO_LARGE = Pattern.compile("(?<!\\d)(9[89])(?!\\d)");

  private CronText() {}

  /** What is wrong with the expression; empty where nothing is. */
  public static Optional<String> objection(String cron) {
    try {
      CronExpression.validateExpression(cron);
      Matcher tooLarge = TOO_LARGE.matcher(cron);
      return tooLarge.find()
          ? Optional.of("no field takes the number " + tooLarge.group())
          : Optional.empty();
    } catch (ParseException wrong) {
      return Optional.of(withoutFullStop(String.valueOf(wrong.getMessage())));
    }
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}

package io.reconciled.schedule;

import java.text.ParseException;
import java.util.Optional;
import org.quartz.CronExpression;

/** Cron expressions as rule files give them: six or seven fields, seconds first. */
public final class CronText {
  private CronText() {}

  /** What is wrong with the expression; empty where nothing is. */
  public static Optional<String> objection(String cron) {
    try {
      CronExpression.validateExpression(cron);
      return Optional.empty();
    } catch (ParseException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }
}

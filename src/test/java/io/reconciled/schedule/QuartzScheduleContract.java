package io.reconciled.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.EntityName;
import io.reconciled.schedule.ScheduledSweep.Keys;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schedule does on every state database. */
abstract class QuartzScheduleContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final String NEVER_NOW = "0 0 3 1 1 ? 2099";
  private static final String EVERY_SECOND = "* * * * * ?";

  private final List<EntityName> swept = new CopyOnWriteArrayList<>();
  private StateDatabase state;

  /** New and empty. */
  abstract StateDatabase open();

  @BeforeEach
  void openState() {
    state = open();
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void sweepsWhenTheClockSaysSo() {
    QuartzSchedule schedule = start(Map.of(SUBSCRIBER, EVERY_SECOND, ORDER, NEVER_NOW));
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> swept.contains(SUBSCRIBER));
      assertThat(swept).doesNotContain(ORDER);
    } finally {
      schedule.stop();
    }
  }

  @Test
  void overdueSweepRunsOnceAtTheNextStart() throws SQLException {
    start(Map.of(SUBSCRIBER, NEVER_NOW, ORDER, NEVER_NOW)).stop();
    execute("update qrtz_triggers set next_fire_time = 1000 where trigger_name = 'subscriber'");

    QuartzSchedule schedule = start(Map.of(SUBSCRIBER, NEVER_NOW, ORDER, NEVER_NOW));
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> !swept.isEmpty());
    } finally {
      schedule.stop();
    }
    assertThat(swept).containsExactly(SUBSCRIBER);
  }

  @Test
  void storedTriggersFollowTheRules() throws SQLException {
    start(Map.of(SUBSCRIBER, NEVER_NOW, ORDER, NEVER_NOW)).stop();
    start(Map.of(SUBSCRIBER, "0 0 4 1 1 ? 2099")).stop();

    assertThat(stored()).containsExactly("subscriber 0 0 4 1 1 ? 2099");
  }

  @Test
  void anEntityIsSweptWholeAndInPartByClocksOfTheirOwn() {
    ScheduledSweep part = new ScheduledSweep(SUBSCRIBER, Keys.MOVED);
    List<ScheduledSweep> begun = new CopyOnWriteArrayList<>();
    QuartzSchedule schedule =
        QuartzSchedule.start(
            state.dataSource(),
            Map.of(part, EVERY_SECOND, new ScheduledSweep(SUBSCRIBER, Keys.ALL), NEVER_NOW),
            begun::add);
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> !begun.isEmpty());
      assertThat(begun).containsOnly(part);
    } finally {
      schedule.stop();
    }
  }

  @Test
  void startWithoutAStateDatabaseIsRefused() {
    state.close();

    assertThatThrownBy(() -> start(Map.of(SUBSCRIBER, NEVER_NOW)))
        .isInstanceOf(ScheduleFailure.class);
  }

  private QuartzSchedule start(Map<EntityName, String> crons) {
    return QuartzSchedule.start(
        state.dataSource(),
        crons.entrySet().stream()
            .collect(
                Collectors.toMap(
                    sweep -> new ScheduledSweep(sweep.getKey(), Keys.ALL), Map.Entry::getValue)),
        sweep -> swept.add(sweep.entity()));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = state.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> stored() throws SQLException {
    List<String> stored = new CopyOnWriteArrayList<>();
    try (Connection connection = state.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select trigger_name, cron_expression from qrtz_cron_triggers order by 1")) {
      while (rows.next()) {
        stored.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return stored;
  }
}

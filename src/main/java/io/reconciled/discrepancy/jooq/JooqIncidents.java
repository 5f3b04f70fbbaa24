package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.ANNOUNCEMENT;
import static io.reconciled.discrepancy.jooq.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;

import io.reconciled.discrepancy.Incident;
import io.reconciled.discrepancy.Incidents;
import io.reconciled.discrepancy.jooq.generated.tables.records.AnnouncementRecord;
import io.reconciled.model.EntityRule;
import io.reconciled.state.jooq.StateSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Incidents in the state database. Safe for many threads. */
public final class JooqIncidents implements Incidents {
  private final StateSql sql;

  public JooqIncidents(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public Optional<Incident> byId(long id) {
    return sql.read(query ->
        query
            .fetchOptional(INCIDENT, INCIDENT.ID.eq(id))
            .map(row -> new CountIncidents(query).of(List.of(row)).getFirst()));
  }

  @Override
  public List<Incident> latest(int limit) {
    return sql.read(query ->
        new CountIncidents(query)
            .of(query.selectFrom(INCIDENT).orderBy(INCIDENT.ID.desc()).limit(limit).fetch()));
  }

  @Override
  public List<Untold> untold(String sink, Set<EntityRule> silent, int limit) {
    return sql.read(query -> {
      Map<Long, Told> told = told(query, sink, silent, limit);
      return new CountIncidents(query)
          .of(query.fetch(INCIDENT, INCIDENT.ID.in(told.keySet())).sortAsc(INCIDENT.ID)).stream()
              .map(incident -> new Untold(incident, told.getOrDefault(incident.id(), Told.NOTHING)))
              .toList();
    });
  }

  @Override
  public void tell(long incident, String sink, Told told) {
    AnnouncementRecord row =
        new AnnouncementRecord().setIncident(incident).setSink(sink).setTold(told);
    sql.write(transaction -> transaction.batchMerge(row).execute());
  }

  private static Map<Long, Told> told(
      DSLContext query, String sink, Set<EntityRule> silent, int limit) {
    Map<Long, Told> told = new HashMap<>();
    query
        .select(INCIDENT.ID, coalesce(ANNOUNCEMENT.TOLD, Told.NOTHING))
        .from(INCIDENT)
        .leftJoin(ANNOUNCEMENT)
        .on(ANNOUNCEMENT.INCIDENT.eq(INCIDENT.ID))
        .and(ANNOUNCEMENT.SINK.eq(sink))
        .where(notToldTheLatest())
        .and(INCIDENT.OVER_AT.isNotNull().or(noneOf(silent)))
        .orderBy(INCIDENT.ID)
        .limit(limit)
        .forEach(row -> told.put(row.value1(), row.value2()));
    return told;
  }

  private static Condition noneOf(Set<EntityRule> rules) {
    return row(INCIDENT.ENTITY, INCIDENT.RULE)
        .notIn(
            rules.stream().map(rule -> row(rule.entity().value(), rule.rule().value())).toList());
  }

  private static Condition notToldTheLatest() {
    Condition opening =
        ANNOUNCEMENT.TOLD.isNull().or(ANNOUNCEMENT.TOLD.in(Told.NOTHING, Told.OPENING));
    Condition end =
        INCIDENT.OVER_AT.isNotNull().and(ANNOUNCEMENT.TOLD.in(Told.OPENED, Told.CLOSING));
    return opening.or(end);
  }
}

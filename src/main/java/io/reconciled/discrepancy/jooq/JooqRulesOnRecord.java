package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.RULE_IN_FORCE;

import io.reconciled.discrepancy.RulesOnRecord;
import io.reconciled.discrepancy.jooq.generated.tables.records.RuleInForceRecord;
import io.reconciled.model.EntityName;
import io.reconciled.model.EntityRule;
import io.reconciled.model.RuleName;
import io.reconciled.state.jooq.Micros;
import io.reconciled.state.jooq.StateSql;
import io.reconciled.state.jooq.WriteRows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** The rules of the record in the state database. */
public final class JooqRulesOnRecord implements RulesOnRecord {
  private final StateSql sql;

  public JooqRulesOnRecord(DataSource database) {
    this.sql = new StateSql(database);
  }

  @Override
  public InLine bringIntoLine(Map<EntityRule, String> meanings, Instant at) {
    Instant now = Micros.of(at);
    return sql.writeAndRead(transaction -> {
      long closed = new CloseRemoved(transaction, now).allBut(meanings.keySet());
      return new InLine(since(transaction, meanings, now), closed);
    });
  }

  @Override
  public void forget(Collection<EntityName> entities) {
    sql.write(transaction ->
        transaction
            .deleteFrom(RULE_IN_FORCE)
            .where(RULE_IN_FORCE.ENTITY.in(entities.stream().map(EntityName::value).toList()))
            .execute());
  }

  private static Map<EntityRule, Instant> since(
      DSLContext transaction, Map<EntityRule, String> meanings, Instant now) {
    Map<EntityRule, RuleInForceRecord> rows = new HashMap<>();
    meanings.forEach((rule, meaning) -> rows.put(rule, row(rule, meaning, now)));
    for (RuleInForceRecord before : transaction.fetch(RULE_IN_FORCE)) {
      rows.computeIfPresent(
          new EntityRule(new EntityName(before.getEntity()), new RuleName(before.getRule())),
          (rule, row) -> row.getMeaning().equals(before.getMeaning()) ? before : row);
    }
    transaction.deleteFrom(RULE_IN_FORCE).execute();
    new WriteRows<>(transaction, RULE_IN_FORCE).insert(rows.values());
    Map<EntityRule, Instant> since = new HashMap<>();
    rows.forEach((rule, row) -> since.put(rule, row.getSince()));
    return since;
  }

  private static RuleInForceRecord row(EntityRule rule, String meaning, Instant since) {
    return new RuleInForceRecord()
        .setEntity(rule.entity().value())
        .setRule(rule.rule().value())
        .setMeaning(meaning)
        .setSince(since);
  }
}

package io.reconciled.alert;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Incident;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An incident of three keys whose status differs in billing. */
public final class Example {
  public static final Instant BEGAN = Instant.parse("2026-01-31T12:00:00Z");

  private Example() {}

  public static Incident open(long id) {
    return incident(id, Optional.empty(), 0);
  }

  public static Incident over(long id) {
    return incident(id, Optional.of(BEGAN.plusSeconds(60)), 0);
  }

  /** Over because its rule was taken out of the rules. */
  public static Incident ruleRemoved(long id) {
    return incident(id, Optional.of(BEGAN.plusSeconds(60)), 3);
  }

  private static Incident incident(long id, Optional<Instant> over, long removed) {
    return new Incident(
        id,
        new EntityName("subscriber"),
        new RuleName("equal-status"),
        new Finding(
            Finding.Kind.DIFFERS,
            List.of("status"),
            new TreeSet<>(List.of(new DatasetName("billing"))),
            Optional.of(new DatasetName("crm"))),
        BEGAN,
        BEGAN.plusSeconds(1),
        over,
        3,
        over.isPresent() ? 0 : 3,
        removed,
        List.of("17", "<42>", "99"));
  }
}

package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One subscriber in two stores, and what looks at it find; its clock begins at zero. */
final class LooksAtAKey {
  static final DatasetName CRM = new DatasetName("crm");
  static final DatasetName BILLING = new DatasetName("billing");
  static final DatasetName ARCHIVE = new DatasetName("archive");
  static final RuleName RULE = new RuleName("equal status");
  static final EntityKey KEY = new EntityKey(new EntityName("subscriber"), SharedKey.of(42));
  static final Duration GRACE = Duration.ofSeconds(5);
  static final Finding DIFFERS =
      new Finding(
          Kind.DIFFERS, List.of("status"), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  static final Finding MISSING =
      new Finding(Kind.MISSING, List.of(), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));

  /** Where both stores are followed. */
  static final Timing CAPTURED = timing(Set.of(CRM, BILLING));

  /** A key of which nothing is on record. */
  static final KeyLife CLEAR = KeyLife.of(KEY, List.of());

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  private LooksAtAKey() {}

  /** After a first look that finds the stores broken. */
  static KeyLife suspected() {
    return CLEAR.looked(broken(5, 0), CAPTURED).life();
  }

  /** After a second such look. */
  static KeyLife fenced() {
    return suspected().looked(broken(5.5, 0), CAPTURED).life();
  }

  /** A look at stores that disagree; times are in seconds, as all here. */
  static Look broken(double began, double quietSince) {
    return look(began, quietSince, inconsistent(DIFFERS), "A", "B");
  }

  static Look look(double began, double quietSince, Verdict verdict, String crm, String billing) {
    return new Look(
        at(began),
        at(quietSince),
        false,
        Map.of(RULE, verdict),
        images(crm, billing),
        Reach.UNBROKEN);
  }

  /** The same look, with what was out of reach before it. */
  static Look within(Reach reach, Look look) {
    return new Look(
        look.began(), look.quietSince(), look.busy(), look.verdicts(), look.readings(), reach);
  }

  static Readings images(String crm, String billing) {
    Map<DatasetName, Reading> images = Map.of(CRM, status(crm), BILLING, status(billing));
    return new Readings(images);
  }

  private static Image status(String status) {
    return new Image.Present(Map.of("status", Value.text(status)));
  }

  static Verdict inconsistent(Finding finding) {
    return new Verdict.Inconsistent(finding);
  }

  static Timing timing(Set<DatasetName> captured) {
    return new Timing(
        GRACE,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        captured,
        Map.of());
  }

  static Instant at(double seconds) {
    return T0.plusMillis(Math.round(seconds * 1000));
  }
}

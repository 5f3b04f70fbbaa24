package io.reconciled.report;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Sighting;
import io.reconciled.discrepancy.Sighting.How;
import io.reconciled.discrepancy.Sighting.OtherKeys;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.rules.About;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.rules.SweepLimits;
import io.reconciled.sweep.Sweep;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Subscribers in three stores, two rules, and what may be on record of them. */
public final class SubscriberExample {
  public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  public static final EntityName SUBSCRIBER = new EntityName("subscriber");
  public static final RuleName PRESENT = new RuleName("present");
  public static final RuleName STATUS = new RuleName("equal-status");
  public static final DatasetName CRM = new DatasetName("crm");
  public static final DatasetName BILLING = new DatasetName("billing");
  public static final DatasetName PROFILES = new DatasetName("profiles");
  private static final About ABOUT_STATUS =
      new About(
          About.Severity.CRITICAL,
          Optional.of("billing <team>"),
          List.of("money"),
          Optional.of("suspended subscribers are billed & angry"),
          Optional.of(URI.create("https://wiki.example.com/status")));
  private static final Places PLACES = new Places(Path.of("subscriber.yaml"), Map.of());

  private SubscriberExample() {}

  public static Configuration configuration() {
    return configuration(entity());
  }

  public static Configuration configuration(Entity entity) {
    return new Configuration(
        List.of(
            connector("crm", "postgresql"),
            connector("billing", "mariadb"),
            connector("profiles", "mongodb")),
        List.of(entity));
  }

  public static Entity entity() {
    return entity(false);
  }

  /** The same, its rule about the status a shadow. */
  public static Entity withShadow() {
    return entity(true);
  }

  private static Entity entity(boolean shadow) {
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        List.of(dataset(CRM), dataset(BILLING), dataset(PROFILES)),
        Map.of(),
        List.of(
            Rule.of(
                PRESENT, new Check.Present(List.of(CRM, BILLING, PROFILES), CRM, Optional.empty())),
            new Rule(
                STATUS,
                new Check.Equal(List.of(CRM, BILLING), List.of("status"), new Authority.One(CRM)),
                ABOUT_STATUS,
                shadow)),
        Optional.of("0 0 3 * * ?"),
        PLACES);
  }

  private static Dataset dataset(DatasetName name) {
    return new Dataset(
        SUBSCRIBER,
        name,
        new StoreName(name.value()),
        List.of(name.value()),
        "id",
        KeyType.INTEGER,
        Map.of("status", "status"));
  }

  private static Connector connector(String name, String kind) {
    return new Connector(
        new StoreName(name),
        kind,
        URI.create(kind + "://" + name),
        "reconciled",
        Secret.NONE,
        true,
        Optional.empty(),
        Map.of(),
        OptionalLong.empty(),
        SweepLimits.DEFAULT,
        PLACES);
  }

  public static Finding statusDiffersInBilling() {
    return new Finding(
        Finding.Kind.DIFFERS, List.of("status"), new TreeSet<>(List.of(BILLING)), Optional.of(CRM));
  }

  public static Finding missingInProfiles() {
    return new Finding(
        Finding.Kind.MISSING, List.of(), new TreeSet<>(List.of(PROFILES)), Optional.of(CRM));
  }

  public static Discrepancy discrepancy(
      long id, RuleName rule, String key, Status status, Finding finding) {
    Instant since = NOON.minusSeconds(200 - id);
    Optional<Instant> confirmed =
        status == Status.CONFIRMED ? Optional.of(since.plusSeconds(6)) : Optional.empty();
    return new Discrepancy(
        id,
        SUBSCRIBER,
        rule,
        key,
        status,
        finding,
        since,
        confirmed,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Sighting(
                since,
                status,
                Optional.of(finding),
                Map.of(
                    "crm", seen("ACTIVE"),
                    "billing", seen("<b>SUSPENDED</b>")),
                List.of(new OtherKeys(How.HOLD, "billing", List.of("17", "<42>"), 3)))));
  }

  private static Sighting.SeenImage seen(String status) {
    return new Sighting.SeenImage("present", Map.of("status", status, "msisdn", "text(12)…34"));
  }

  /** A sweep that read everything, among it two rows without a key. */
  public static Sweep completeSweep(long id) {
    return sweep(id, Sweep.State.COMPLETE, Map.of());
  }

  public static Sweep sweepWithoutBilling(long id) {
    return sweep(id, Sweep.State.INCOMPLETE, Map.of("billing", "store billing: no answer"));
  }

  private static Sweep sweep(long id, Sweep.State state, Map<String, String> unread) {
    return new Sweep(
        id,
        SUBSCRIBER,
        "schedule",
        false,
        state,
        NOON.minusSeconds(120),
        Optional.of(NOON.minusSeconds(117)),
        10_000,
        4,
        Map.of("crm", 10_000L, "billing", 9_998L, "profiles", 10_002L),
        Map.of("profiles", Map.of("null key", 2L)),
        unread.size(),
        unread,
        List.of());
  }

  public static StoreState up(String store, String kind) {
    return new StoreState(store, kind, true, Optional.empty(), following(), SweepingState.IDLE);
  }

  public static StoreState unreachable(String store, String kind) {
    StoreState.Failure failure =
        new StoreState.Failure(
            NOON.minusSeconds(30), Gap.Reason.UNREACHABLE, "store " + store + ": no answer");
    return new StoreState(
        store, kind, false, Optional.of(failure), following(), SweepingState.IDLE);
  }

  public static StoreState notFollowed(String store, String kind) {
    CaptureState stopped =
        new CaptureState(
            CaptureState.Mode.STOPPED,
            "the slot is lost",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            0,
            0);
    return new StoreState(store, kind, true, Optional.empty(), stopped, SweepingState.IDLE);
  }

  private static CaptureState following() {
    return new CaptureState(
        CaptureState.Mode.FOLLOWING,
        "",
        Optional.of("26740184"),
        Optional.of(NOON.minusSeconds(1)),
        Optional.of(0.08),
        4_212,
        3_980,
        37,
        0);
  }
}

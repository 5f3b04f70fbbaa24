package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The moment that a column without a time zone means. A local time that the zone's clocks skip, or
 * show twice, means no one moment and is unmapped; every other kind of value stays as it is.
 */
public record InZone(ZoneId zone) implements Conversion {
  static final Manual MANUAL =
      new Manual(
          "zone: ZONE",
          "a local time is the moment at which clocks in that zone (`Europe/Berlin`, `UTC`,"
              + " `+05:30`) show it. One that they skip or show twice, when summer time begins or"
              + " ends, is none; every other value stays",
          examples());

  /** Empty where the zone is not known: by its name, or as an offset from UTC. */
  public static Optional<InZone> of(String zone) {
    try {
      return Optional.of(new InZone(ZoneId.of(zone)));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "zone: " + zone.getId();
  }

  @Override
  public Value apply(Value stored) {
    return stored instanceof Value.LocalMoment(LocalDateTime local, int digits)
        ? moment(local, digits)
        : stored;
  }

  private Value moment(LocalDateTime local, int digits) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return switch (offsets.size()) {
      case 0 -> new Value.Unmapped("local time that " + zone.getId() + " skips");
      case 1 -> new Value.Moment(local.toInstant(offsets.getFirst()), digits);
      default -> new Value.Unmapped("local time that " + zone.getId() + " has twice");
    };
  }

  private static List<Manual.Example> examples() {
    InZone berlin = new InZone(ZoneId.of("Europe/Berlin"));
    return List.of("2024-07-01T12:00:00", "2024-10-27T02:30:00").stream()
        .map(written -> new Value.LocalMoment(LocalDateTime.parse(written), 0))
        .map(local -> new Manual.Example(local, berlin.apply(local)))
        .toList();
  }
}

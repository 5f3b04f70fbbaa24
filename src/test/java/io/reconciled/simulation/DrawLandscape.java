package io.reconciled.simulation;

import io.reconciled.discrepancy.Timing;
import io.reconciled.due.DueSettings;
import io.reconciled.model.DatasetName;
import io.reconciled.model.StoreName;
import io.reconciled.recheck.RecheckSettings;
import io.reconciled.rules.Entity;
import io.reconciled.scenario.UsualRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Draws who is there, and settings small enough for everything to happen within a minute. */
final class DrawLandscape {
  private static final List<String> NAMES = List.of("crm", "billing", "profiles", "archive");
  private static final int MANY = 100;
  private final Dice dice;

  DrawLandscape(RandomGenerator random) {
    this.dice = new Dice(random);
  }

  Landscape draw(long seed) {
    List<Place> places = new ArrayList<>();
    int stores = dice.between(2, NAMES.size());
    for (int i = 0; i < stores; i++) {
      places.add(place(NAMES.get(i)));
    }
    Duration grace = Duration.ofSeconds(dice.between(1, 5));
    int memory = dice.oneIn(2) ? dice.between(2, 6) : MANY;
    Entity entity =
        UsualRules.over(Path.of("seed-" + seed), places.stream().map(Place::store).toList(), grace);
    return new Landscape(
        places,
        dice.between(2, 10),
        entity,
        due(grace, memory),
        recheck(grace, places, memory),
        dice.between(2, 5),
        dice.oneIn(3) ? dice.millis(10, 300) : Duration.ZERO,
        Duration.ofSeconds(dice.between(20, 90)));
  }

  private Place place(String name) {
    return new Place(
        new StoreName(name),
        !dice.oneIn(6),
        dice.oneIn(2) ? dice.millis(10, 500) : Duration.ZERO,
        dice.oneIn(3) ? dice.millis(-120_000, 120_000) : Duration.ZERO,
        dice.oneIn(2) ? dice.millis(500, 10_000) : Duration.ZERO);
  }

  private DueSettings due(Duration grace, int memory) {
    return new DueSettings(
        grace,
        grace.multipliedBy(dice.between(2, 6)),
        Duration.ofSeconds(dice.between(1, 15)),
        memory);
  }

  /** Where only few may be suspected at a time, all that wait fit into memory. */
  private RecheckSettings recheck(Duration grace, List<Place> places, int memory) {
    Set<DatasetName> captured =
        places.stream()
            .filter(Place::followed)
            .map(place -> new DatasetName(place.store().value()))
            .collect(Collectors.toSet());
    Timing timing =
        new Timing(
            grace,
            dice.millis(100, 1_000),
            Duration.ofSeconds(dice.between(2, 20)),
            dice.millis(300, 2_000),
            captured,
            Map.of());
    return new RecheckSettings(
        timing,
        dice.oneIn(2) ? dice.between(1, 4) : MANY,
        memory == MANY && dice.oneIn(2) ? dice.between(1, 3) : MANY);
  }
}

package io.reconciled.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.servers.Servers;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The benchmark of sweeps at a size that says nothing of speed: what it measures is right. */
class BenchIT {
  private static final BenchSettings SMALL = new BenchSettings(2_000, 1, Set.of("sweep"));
  private static final List<List<String>> THREE_WAY = List.of(Tables.ALL);
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @Test
  void sweepsFindTheSeededDifferencesAndNothingElse() throws Exception {
    Ground ground = new Ground(SMALL, NOWHERE, shared());

    Map<String, Measured> lines =
        new SweepFigure(THREE_WAY)
            .measure(ground).stream()
                .collect(Collectors.toMap(Measured::what, Function.identity(), (one, two) -> two));

    for (String shape : List.of("integer", "text")) {
      String title = shape + " keys, crm × billing × profiles: ";
      assertThat(lines.get(title + "differences found").value()).isEqualTo(100);
      assertThat(lines.get(title + "other keys suspected").value()).isZero();
      assertThat(lines.get(title + "complete, every key seen").value()).isEqualTo(1);
      assertThat(lines.get(title + "sweep").value()).isPositive();
      assertThat(lines.get(title + "heap and direct").value()).isBetween(1.0, 256.0);
    }
  }

  @Test
  void bareMergeSeesTheKeysThatWereTakenAway() throws Exception {
    Tables tables = new Ground(SMALL, NOWHERE, shared()).tables(Shape.INTEGER).tables();
    long missing =
        Difference.among(SMALL.keys()).stream()
            .filter(difference -> difference.change() == Difference.Change.MISSING)
            .mapToLong(Difference::n)
            .distinct()
            .count();

    BareMerge.Counted counted =
        BareMerge.merge(new OpenStreams(tables.databases(), true).of(Tables.ALL));

    assertThat(counted).isEqualTo(new BareMerge.Counted(SMALL.keys(), missing));
  }

  private static BenchServers shared() {
    Servers servers = Servers.shared().startAll();
    return new BenchServers(servers.postgres(), servers.mariaDb(), servers.mongo());
  }
}

package io.reconciled.demo.score;

import io.reconciled.demo.services.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what the daemon reports against the truth, each report once. */
public final class Score {

  private record Seen(long id, boolean over) {}

  private final Truth truth;
  private final Set<Seen> seen = new HashSet<>();
  private final Map<Loss, Reported> found = new HashMap<>();
  private int falsely;

  public Score(Truth truth) {
    this.truth = truth;
  }

  /** Judges what is new in a report of all discrepancies that are or were confirmed. */
  public synchronized List<Judged> take(List<Reported> report) {
    List<Judged> judged = new ArrayList<>();
    for (Reported reported : report) {
      if (seen.add(new Seen(reported.id(), reported.isOver()))) {
        judged.add(judge(reported));
      }
    }
    return judged;
  }

  private Judged judge(Reported reported) {
    Judged judged = opinion(reported);
    switch (judged) {
      case Judged.Found(Reported report, Loss loss) -> found.put(loss, report);
      case Judged.False wrong -> falsely++;
    }
    return judged;
  }

  private Judged opinion(Reported reported) {
    Optional<Loss> loss = truth.explains(reported);
    if (loss.isEmpty()) {
      return new Judged.False(reported, "nothing of the kind was lost");
    }
    if (reported.isOver()) {
      return new Judged.False(reported, "said to be over, though nobody mended it");
    }
    return found.containsKey(loss.get())
        ? new Judged.False(reported, "reported a second time")
        : new Judged.Found(reported, loss.get());
  }

  /** What was lost and has not been reported. */
  public synchronized List<Loss> missed() {
    return truth.without(found.keySet());
  }

  /** Whether all that was lost was found, and nothing else. */
  public synchronized boolean perfect() {
    return missed().isEmpty() && falsely == 0;
  }

  /** How long the daemon took for what was lost while it watched. */
  public synchronized Latencies latencies() {
    return Latencies.of(found);
  }

  /** The score in one line. */
  @Override
  public synchronized String toString() {
    List<Loss> all = truth.all();
    long seeded = all.stream().filter(loss -> loss.cause() == Loss.Cause.SEEDED).count();
    return "lost on purpose %d, found %d, false %d (lost: %d before the start, %d since)"
        .formatted(all.size(), found.size(), falsely, seeded, all.size() - seeded);
  }
}

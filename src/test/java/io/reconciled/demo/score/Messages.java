package io.reconciled.demo.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts messages: each state of an incident is told once, or is told as a repetition. */
public final class Messages {

  private record State(long incident, String event) {}

  private final Set<State> told = new HashSet<>();
  private final List<Told> twice = new ArrayList<>();
  private int count;
  private int repetitions;

  public synchronized void take(Told message) {
    count++;
    boolean first = told.add(new State(message.incident(), message.event()));
    if (message.repetition()) {
      repetitions++;
    } else if (!first) {
      twice.add(message);
    }
  }

  /** What was told again without a word about it. */
  public synchronized List<Told> twice() {
    return List.copyOf(twice);
  }

  @Override
  public synchronized String toString() {
    return "%d messages about %d states of incidents; %d said that they may be repetitions, %d did not"
        .formatted(count, told.size(), repetitions, twice.size());
  }
}

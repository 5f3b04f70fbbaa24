package io.reconciled.due;

import static io.reconciled.due.SubscriberQueue.at;
import static io.reconciled.due.SubscriberQueue.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private Agenda agenda = new Agenda();
  private long tickets;

  /** All tries of a property have one test object. */
  @BeforeTry
  void newAgenda() {
    agenda = new Agenda();
  }

  @Test
  void keysThatMovedAndKeysThatWereAskedForAreDueInTheOrderOfTheirLooks() {
    Waiting first = appended(1);
    Waiting third = appended(3);
    Waiting second = added(2);
    Waiting fourth = added(4);

    assertThat(dueAt(10)).containsExactly(first, second, third, fourth);
  }

  @Test
  void keysOfOneTimeAreDueInTheOrderInWhichTheyCame() {
    Waiting first = added(5);
    Waiting second = appended(5);
    Waiting third = added(5);

    assertThat(dueAt(5)).containsExactly(first, second, third);
  }

  @Test
  void whatIsToBeLookedAtLaterIsNotDue() {
    Waiting moved = appended(5);
    added(6);
    appended(6);

    assertThat(dueAt(4.9)).isEmpty();
    assertThat(dueAt(5)).containsExactly(moved);
  }

  @Test
  void noMoreKeysAreDueThanAskedForAndOnlyThoseThatAreWanted() {
    Waiting first = appended(1);
    Waiting wanted = appended(2);
    Waiting alsoWanted = added(3);
    appended(4);

    List<Waiting> due =
        agenda.due(at(10), 2, waiting -> waiting == wanted || waiting == alsoWanted);

    assertThat(due).containsExactly(wanted, alsoWanted);
    assertThat(agenda.due(at(10), 3, any -> true)).containsExactly(first, wanted, alsoWanted);
  }

  @Test
  void aKeyThatMovedUnderAClockThatWasSetBackIsDueAtItsTime() {
    Waiting ahead = appended(100);
    Waiting setBack = appended(50);

    assertThat(dueAt(50)).containsExactly(setBack);
    assertThat(dueAt(100)).containsExactly(setBack, ahead);
  }

  @Test
  void aKeyThatMovesAgainGoesToTheEnd() {
    Waiting again = appended(1);
    Waiting other = appended(2);

    agenda.remove(again);
    again.lookAt = at(3);
    agenda.append(again);

    assertThat(dueAt(10)).containsExactly(other, again);
  }

  @Test
  void aKeyThatMovedAndWasThenAskedForGoesAsOneThatWasAskedFor() {
    Waiting moved = appended(5);
    agenda.remove(moved);
    moved.lookAt = at(3);
    agenda.add(moved);
    assertThat(dueAt(3)).containsExactly(moved);

    agenda.remove(moved);

    assertThat(dueAt(10)).isEmpty();
  }

  @Test
  void farthestAreThoseThatAreLookedAtLast() {
    appended(1);
    Waiting third = added(3);
    Waiting fourth = appended(4);
    Waiting fifth = added(5);

    assertThat(agenda.farthest(3)).containsExactly(fifth, fourth, third);
    assertThat(agenda.farthest(100)).hasSize(4);
  }

  /** Each number is a key that comes, by its time, or one that goes, by its place. */
  @Property(tries = 500)
  void whatCameAndDidNotGoIsThereInOrder(
      @ForAll @Size(max = 40) List<@IntRange(max = 79) Integer> changes) {
    List<Waiting> there = new ArrayList<>();
    for (int change : changes) {
      int second = change / 4;
      switch (change % 4) {
        case 0 -> there.add(added(second));
        case 1, 2 -> there.add(appended(second));
        default -> {
          if (!there.isEmpty()) {
            agenda.remove(there.remove(second % there.size()));
          }
        }
      }
      there.sort(Comparator.comparing(Waiting::lookAt).thenComparing(Waiting::ticket));

      assertThat(dueAt(100)).isEqualTo(there);
      assertThat(agenda.farthest(100)).isEqualTo(there.reversed());
    }
  }

  private Waiting appended(double second) {
    Waiting waiting = waiting(second);
    agenda.append(waiting);
    return waiting;
  }

  private Waiting added(double second) {
    Waiting waiting = waiting(second);
    agenda.add(waiting);
    return waiting;
  }

  private Waiting waiting(double second) {
    return new Waiting(key(tickets), tickets++, at(0), at(second));
  }

  private List<Waiting> dueAt(double second) {
    return agenda.due(at(second), Integer.MAX_VALUE, any -> true);
  }
}

package io.reconciled.sweep;

import io.reconciled.compare.GlanceAtRows;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Rows;
import io.reconciled.sweep.segment.Cuts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Merges the rows of one range, compares each key, and asks for a look at those that differ. Rows
 * are compared as they are encoded; what does not hold at a glance is decoded. Used by one thread.
 */
final class MergeRange {
  private final Entity entity;
  private final CompareSwept compare;
  private final GlanceAtRows glance;
  private final AskForLooks ask;
  private final BooleanSupplier stop;

  /** Opens the rows of a dataset. */
  @FunctionalInterface
  interface Open {
    Rows rows(Dataset dataset);
  }

  /**
   * @param stop asked now and then whether to leave off
   */
  MergeRange(Entity entity, AnswerLookups answer, AskForLooks ask, BooleanSupplier stop) {
    this.entity = entity;
    this.compare = new CompareSwept(entity, answer);
    this.glance = new GlanceAtRows(entity);
    this.ask = ask;
    this.stop = stop;
  }

  /**
   * @param leftOut datasets that are not read
   * @param tally counts what is read and compared here
   * @param cuts is shown the keys
   */
  Merged merge(Map<DatasetName, Unread> leftOut, SweepTally tally, Cuts cuts, Open open) {
    List<KeyStream> streams = new ArrayList<>();
    try {
      for (Dataset dataset : entity.datasets()) {
        if (!leftOut.containsKey(dataset.name())) {
          streams.add(new KeyStream(dataset, open.rows(dataset), tally));
        }
      }
      return merge(streams, leftOut, tally, cuts);
    } finally {
      streams.forEach(KeyStream::close);
    }
  }

  private Merged merge(
      List<KeyStream> streams, Map<DatasetName, Unread> leftOut, SweepTally tally, Cuts cuts) {
    MergeStreams merge = new MergeStreams(streams);
    CompareSwept.Listener listener = (key, wantsALook) -> compared(key, wantsALook, tally);
    boolean atAGlance = glance.isAble() && leftOut.isEmpty();
    try {
      while (merge.next()) {
        if (stop.getAsBoolean()) {
          return new Merged.Stopped(merge.key());
        }
        if (cuts.isDueAtNext()) {
          cuts.at(merge.key());
        }
        if (atAGlance && merge.isOneEach() && glance.holds(merge.blocks(), merge.rows())) {
          tally.key(false);
        } else {
          compare.see(
              new CompareSwept.Swept(merge.key(), readings(merge.images(), leftOut)), listener);
        }
      }
      return merge.isTooShort() ? new Merged.TooShort() : new Merged.Done(merge.bound());
    } catch (BrokenStream broken) {
      merge.shown().ifPresent(again -> tally.willComeAgain());
      return new Merged.Broken(merge.shown(), broken.dataset(), broken.why());
    } finally {
      compare.finish(listener);
      ask.flush();
    }
  }

  private static Readings readings(
      Map<DatasetName, ? extends Reading> images, Map<DatasetName, Unread> leftOut) {
    Map<DatasetName, Reading> all = new HashMap<>(images);
    all.putAll(leftOut);
    return new Readings(all);
  }

  private void compared(SharedKey key, boolean wantsALook, SweepTally tally) {
    tally.key(wantsALook);
    if (wantsALook && !ask.ask(key)) {
      tally.beyond(key);
    }
  }
}

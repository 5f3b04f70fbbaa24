package io.reconciled.capture.debezium;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.reconciled.capture.Deliveries;
import io.reconciled.capture.HeldRecords;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands over each batch in order, and acknowledges what has been released since the last.
 *
 * <p>Heartbeats and marks are numbered and held like changes: acknowledging any record acknowledges
 * everything before it.
 */
final class HandleBatch implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {
  private static final int HELD_AT_MOST = 256;
  private final Deliveries deliveries;
  private final HeldRecords<RecordChangeEvent<SourceRecord>> held = new HeldRecords<>(HELD_AT_MOST);

  HandleBatch(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void handleBatch(
      List<RecordChangeEvent<SourceRecord>> records,
      RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
      throws InterruptedException {
    long number = 0;
    for (RecordChangeEvent<SourceRecord> record : records) {
      number = deliveries.deliver(ReadRecord.read(record.record()));
    }
    held.add(number, records.getLast());
    Optional<RecordChangeEvent<SourceRecord>> finished = held.takeUpTo(deliveries.released());
    if (finished.isPresent()) {
      committer.markProcessed(finished.get());
      committer.markBatchFinished();
    }
  }
}

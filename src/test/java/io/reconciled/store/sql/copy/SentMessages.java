package io.reconciled.store.sql.copy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** A copy of messages that are written down. */
final class SentMessages implements CopyOut {
  private final Deque<byte[]> messages;

  SentMessages(byte[]... messages) {
    this.messages = new ArrayDeque<>(List.of(messages));
  }

  @Override
  public byte @Nullable [] readFromCopy() {
    return messages.poll();
  }

  @Override
  public byte @Nullable [] readFromCopy(boolean block) {
    return readFromCopy();
  }

  @Override
  public int getFieldCount() {
    return 2;
  }

  @Override
  public int getFormat() {
    return 1;
  }

  @Override
  public int getFieldFormat(int field) {
    return 1;
  }

  @Override
  public boolean isActive() {
    return !messages.isEmpty();
  }

  @Override
  public void cancelCopy() {
    messages.clear();
  }

  @Override
  public long getHandledRowCount() {
    return -1;
  }
}

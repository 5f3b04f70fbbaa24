package io.reconciled.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A line that counts the bytes that the server sends. */
public final class MeteredLine extends Line {
  private final AtomicLong received = new AtomicLong();

  public MeteredLine(int serverPort) throws IOException {
    super(serverPort);
  }

  /** Bytes that the server has sent since this was last asked. */
  public long received() {
    return received.getAndSet(0);
  }

  @Override
  void pass(Way way, byte[] bytes, OutputStream to) throws IOException {
    if (way == Way.TO_CLIENT) {
      received.addAndGet(bytes.length);
    }
    to.write(bytes);
  }
}

package io.reconciled.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A line that breaks at the worst moment: it carries a request that holds a mark, awaits the
 * server's answer, keeps that to itself, and is dead from then on.
 */
public final class CuttingProxy extends Line implements LossyLine {
  private final String mark;
  private volatile boolean marked;

  /**
   * @param mark what the fatal request contains, in ASCII
   */
  public CuttingProxy(int serverPort, String mark) throws IOException {
    super(serverPort);
    this.mark = mark;
  }

  @Override
  void pass(Way way, byte[] bytes, OutputStream to) throws IOException {
    if (way == Way.TO_SERVER) {
      marked |= new String(bytes, StandardCharsets.ISO_8859_1).contains(mark);
    } else if (marked) {
      close();
      return;
    }
    to.write(bytes);
  }
}

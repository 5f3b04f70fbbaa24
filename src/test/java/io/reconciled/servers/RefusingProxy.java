package io.reconciled.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A line to a server that does not know a word of its clients, as a pooler may not. */
public final class RefusingProxy extends Line {
  private final String word;
  private final String noWord;

  /**
   * @param word what no request may contain, in ASCII
   */
  public RefusingProxy(int serverPort, String word) throws IOException {
    super(serverPort);
    this.word = word;
    this.noWord = "X".repeat(word.length());
  }

  @Override
  void pass(Way way, byte[] bytes, OutputStream to) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String other = way == Way.TO_SERVER ? text.replace(word, noWord) : text.replace(noWord, word);
    to.write(other.getBytes(StandardCharsets.ISO_8859_1));
  }
}

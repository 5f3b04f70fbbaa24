package io.reconciled.alert;

/** What came of sending a message. A reason is one line without addresses. */
public sealed interface Delivery {

  record Sent() implements Delivery {}

  /** It did not arrive, for certain. */
  record Failed(String why) implements Delivery {}

  /** It may or may not have arrived: the answer did not come. */
  record Unclear(String why) implements Delivery {}

  Delivery SENT = new Sent();
}

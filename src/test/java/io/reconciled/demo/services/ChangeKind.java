package io.reconciled.demo.services;

/**
 * What may happen to a subscriber in crm; each changes one thing, so that a loss has one effect.
 */
enum ChangeKind {
  CREATE(Difference.MISSING),
  DELETE(Difference.EXTRA),
  STATUS(Difference.STATUS_DIFFERS),
  NUMBER(Difference.NUMBER_DIFFERS);

  private static final int CREATES = 10;
  private static final int DELETES = 10;
  private static final int STATUSES = 40;

  private final Difference ifLost;

  ChangeKind(Difference ifLost) {
    this.ifLost = ifLost;
  }

  Difference ifLost() {
    return ifLost;
  }

  /**
   * One of a hundred changes.
   *
   * @param which 0 to 99
   */
  static ChangeKind ofHundred(int which) {
    if (which < CREATES) {
      return CREATE;
    }
    if (which < CREATES + DELETES) {
      return DELETE;
    }
    return which < CREATES + DELETES + STATUSES ? STATUS : NUMBER;
  }
}

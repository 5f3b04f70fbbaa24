package io.reconciled.suggest;

/**
 * How far two columns hold the same under common keys.
 *
 * @param compared rows in which at least one of the two holds something
 * @param chance the share that would agree if the columns knew nothing of each other
 * @param distinct different values on the left
 */
record Agreement(
    String left,
    String right,
    Likeness likeness,
    int agreed,
    int compared,
    double chance,
    int distinct) {
  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.9;
  private static final double BEYOND_CHANCE = 0.8;
  private static final double HARDLY_BY_CHANCE = 0.2;
  private static final int MANY = 10;

  double share() {
    return compared == 0 ? 0 : (double) agreed / compared;
  }

  /** The share that agrees beyond what chance explains: 1 for all, 0 for none (Cohen's kappa). */
  double beyondChance() {
    return chance >= 1 ? 0 : (share() - chance) / (1 - chance);
  }

  /** Good enough for a mapping that a person then looks at. */
  boolean isMapping() {
    return share() >= NEARLY_ALL && speaks();
  }

  /** Worth a word to the person, no more. */
  boolean isWorthAWord() {
    return share() >= MOST && speaks();
  }

  /** Whether it says anything at all about the keys being the same. */
  boolean speaks() {
    return distinct > 1 && beyondChance() >= BEYOND_CHANCE;
  }

  /** Whether two containers that agree so can hardly be strangers, whatever their names. */
  boolean isTelling() {
    return !(likeness instanceof Likeness.Translated)
        && share() >= MOST
        && distinct >= MANY
        && chance <= HARDLY_BY_CHANCE;
  }
}

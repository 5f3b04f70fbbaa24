package io.reconciled.app;

import io.reconciled.rules.Connector;
import io.reconciled.store.Leftover;
import io.reconciled.store.Leftovers;
import io.reconciled.store.StoreFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows what the daemon has made for a store, and removes it. {@link #show} first. */
final class ForgetStore {
  private final KnownStore known;
  private final ForgetState state;
  private final PrintWriter out;
  private List<Leftover> inStore = List.of();
  private List<String> inState = List.of();
  private boolean unasked;

  ForgetStore(KnownStore known, ForgetState state, PrintWriter out) {
    this.known = known;
    this.state = state;
    this.out = out;
  }

  /** What there is to be removed. */
  enum Found {
    SOMETHING,
    NOTHING,
    /** A daemon uses it at this moment. */
    IN_USE,
    /** Neither the files nor the state database know the name. */
    UNKNOWN
  }

  Found show() {
    inState = state.of(known.name());
    if (known.connector().isEmpty() && inState.isEmpty()) {
      out.printf(
          "No connector is named %s, and the state database %s knows nothing of it.%n",
          known.name(), state.url());
      return Found.UNKNOWN;
    }
    known.connector().ifPresentOrElse(this::showStore, this::showGone);
    out.println(
        state.isThere()
            ? "In the state database " + state.url() + ":"
            : "There is no state database " + state.url() + ".");
    print(inState.stream(), state.isThere());
    Optional<Leftover> used = inStore.stream().filter(one -> one.user().isPresent()).findFirst();
    if (used.isPresent()) {
      out.printf(
          "The %s is in use by %s. Stop that daemon first; nothing was removed.%n",
          used.get().what(), used.get().user().orElseThrow());
      return Found.IN_USE;
    }
    return inStore.isEmpty() && inState.isEmpty() && !unasked ? Found.NOTHING : Found.SOMETHING;
  }

  private void showStore(Connector connector) {
    try {
      inStore = leftovers(connector).in(ConnectStores.settings(connector));
      out.printf("In store %s (%s):%n", known.name(), connector.url());
      print(inStore.stream().map(one -> one.what() + ", " + one.size()), true);
    } catch (StoreFailure failure) {
      unasked = !leftovers(connector).byHand(known.name()).isEmpty();
      out.println(failure.getMessage());
    }
  }

  private void showGone() {
    out.printf(
        "No connector is named %s any more, so the store itself cannot be asked.%n", known.name());
    byHand(
        Kinds.names().stream()
            .sorted()
            .map(kind -> Kinds.named(kind).feed().leftovers())
            .filter(Predicate.not(leftovers -> leftovers.byHand(known.name()).isEmpty()))
            .findFirst()
            .orElse(Leftovers.NONE),
        "Only PostgreSQL keeps anything of the daemon; if it was one, run there:");
  }

  private void print(Stream<String> lines, boolean sayNothing) {
    List<String> all = lines.toList();
    all.forEach(line -> out.println("  " + line));
    if (all.isEmpty() && sayNothing) {
      out.println("  nothing");
    }
  }

  /** Whether nothing is left. */
  boolean remove() {
    boolean removed = known.connector().map(this::removeFrom).orElse(true);
    state.forget(known.name(), known.entities());
    inState.forEach(line -> out.println("removed: " + line));
    if (!known.entities().isEmpty() && state.isThere()) {
      out.printf(
          "A daemon that follows store %s again begins at the end of its log, and sweeps %s.%n",
          known.name(), known.entities());
    }
    return removed;
  }

  private boolean removeFrom(Connector connector) {
    if (unasked) {
      byHand(leftovers(connector), "What is in the store could not be removed. Run there:");
      return false;
    }
    boolean removed = true;
    for (Leftover leftover : inStore) {
      removed &= remove(connector, leftover);
    }
    return removed;
  }

  private boolean remove(Connector connector, Leftover leftover) {
    Optional<String> refused = refusal(connector, leftover);
    out.println(
        refused
            .map(why ->
                "not removed: %s: %s%n    As its owner, run: %s"
                    .formatted(leftover.what(), why, leftover.removal()))
            .orElse("removed: " + leftover.what()));
    return refused.isEmpty();
  }

  private static Optional<String> refusal(Connector connector, Leftover leftover) {
    try {
      return leftovers(connector).remove(ConnectStores.settings(connector), leftover);
    } catch (StoreFailure failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  private void byHand(Leftovers leftovers, String words) {
    out.println(words);
    leftovers.byHand(known.name()).forEach(statement -> out.println("    " + statement));
  }

  private static Leftovers leftovers(Connector connector) {
    return Kinds.named(connector.kind()).feed().leftovers();
  }
}

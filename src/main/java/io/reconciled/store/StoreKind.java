package io.reconciled.store;

import io.reconciled.model.Dataset;
import java.util.List;
import java.util.Set;

/**
 * A kind of database, such as postgresql. Kinds are found by {@link #name}, which is unique.
 *
 * <p>Order of calls: {@link #check} once at start; then {@link #open}, from which the caller reads,
 * scans and writes until it closes the store; and, where the kind has {@link Capability#CAPTURE},
 * {@link #feed} for the engine that follows its log.
 */
public interface StoreKind {
  /** As written in a connector file after {@code kind:}. */
  String name();

  Set<Capability> capabilities();

  /**
   * Looks for what would keep the datasets from being read, or captured where {@code capture} is
   * true: names that do not exist, types that cannot be keys, rights and server settings that are
   * missing. All at once; changes nothing.
   *
   * @return empty when all is well; one {@link StoreComplaint.Severity#UNREACHABLE} complaint when
   *     the store cannot be reached
   */
  List<StoreComplaint> check(StoreSettings settings, List<Dataset> datasets, boolean capture);

  /** Opens the store; connects when first used, so that it succeeds while the store is down. */
  Store open(StoreSettings settings);

  /** Looks into a store that no rules file need speak of; connects when first asked. */
  DescribeStore describe(StoreSettings settings);

  /**
   * What capture needs to follow this kind's log.
   *
   * @throws UnsupportedOperationException for a kind without {@link Capability#CAPTURE}
   */
  ChangeFeed feed();
}

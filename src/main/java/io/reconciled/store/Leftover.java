package io.reconciled.store;

import java.util.Optional;

/**
 * Something that the daemon has made in a store.
 *
 * @param what its kind and name, such as {@code replication slot reconciled_crm}
 * @param size how much it is, in words
 * @param removal the statement that removes it, for its owner
 * @param user who uses it at this moment, so that it cannot be removed; empty where nobody does
 */
public record Leftover(String what, String size, String removal, Optional<String> user) {}

package io.reconciled.capture;

/**
 * What a capture remembers from one run of the daemon to the next, besides its place in the log.
 *
 * @param doubts of its store
 */
public record Remembered(FollowedStores stores, RaiseDoubts doubts) {}

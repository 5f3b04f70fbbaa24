package io.reconciled.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one run.
 *
 * @param happened the actions that had an effect
 * @param counts of what the daemon did, to see that a run was about something
 */
record Outcome(
    Landscape landscape,
    List<Action> happened,
    Optional<Failure> failure,
    Story story,
    Map<String, Integer> counts) {}

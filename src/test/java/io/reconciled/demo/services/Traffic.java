package io.reconciled.demo.services;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the services are to do.
 *
 * @param perSecond changes in crm; 1 or more
 * @param lost is told of each loss, when crm has the change
 * @param complaints is told in a sentence of each database that goes or is back
 * @param random used by one thread at a time
 */
public record Traffic(
    int perSecond,
    Losses losses,
    Consumer<Loss> lost,
    Consumer<String> complaints,
    RandomGenerator random) {}

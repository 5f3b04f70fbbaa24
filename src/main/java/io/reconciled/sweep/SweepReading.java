package io.reconciled.sweep;

import io.reconciled.model.StoreName;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.Ticks;
import io.reconciled.sweep.partition.DiskSpace;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * What sweeps read with; the same for all of them.
 *
 * @param stores as sweeps read them
 * @param narrow those that rows do not travel from cheaply
 * @param manners how sweeps are to behave in them
 * @param readers runs one task per stream; tasks block on the network and on disk
 * @param disk room for partitions
 * @param silent whether a store has not answered for a while, so that rows of it that do not come
 *     are waited for no longer
 * @param ticks let time pass while a store is away
 */
public record SweepReading(
    Stores stores,
    Set<StoreName> narrow,
    Manners manners,
    Executor readers,
    DiskSpace disk,
    Predicate<StoreName> silent,
    Ticks ticks) {}

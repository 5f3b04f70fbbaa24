package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.util.List;
import java.util.Map;

/**
 * What a client process is to do.
 *
 * @param connectors folder of connector files
 * @param rules folder of rules files
 * @param databases by store
 */
record SweepWork(
    Shape shape,
    long keys,
    List<String> stores,
    String connectors,
    String rules,
    Map<String, Database> databases,
    int rounds) {}

package io.reconciled.rules;

import io.reconciled.model.Dataset;

/** A dataset as its file maps it, and how its values read. */
record MappedDataset(Dataset dataset, ValueMaps values) {}

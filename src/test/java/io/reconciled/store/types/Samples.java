package io.reconciled.store.types;

import java.util.ArrayList;
import java.util.List;

/** Samples of one store, in the order of its table. */
final class Samples {
  private final String store;
  private final List<Sample> samples = new ArrayList<>();

  Samples(String store) {
    this.store = store;
  }

  Samples with(String type, String literal, Meaning meaning) {
    samples.add(new Sample(store, type, literal, meaning));
    return this;
  }

  Samples unverified(String type, String literal) {
    return with(type, literal, new Meaning.Unverified());
  }

  List<Sample> toList() {
    return List.copyOf(samples);
  }
}

package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.rules.NearestName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that an expression may use. */
sealed interface Scope {

  /** What {@code name} alone means. */
  Meaning of(String name, String source);

  /** What {@code name.field} means. */
  Meaning of(String name, String field, String source);

  /** What a name means. */
  sealed interface Meaning {
    record Attribute(Read read) implements Meaning {}

    /** A field of what stands before it. */
    record FieldOf() implements Meaning {}

    /** The name of nothing, such as of an unknown dataset. */
    record Nothing(String objection, String fix) implements Meaning {}

    /** A known dataset, of which the field is none. */
    record NoField(String objection, String fix) implements Meaning {}

    /** The beginning of a name with a dash, which reads as a minus here. */
    record Dashed(String objection, String fix) implements Meaning {}
  }

  /** Attributes by the names of their datasets. */
  record OfDatasets(Map<DatasetName, Set<String>> attributes) implements Scope {

    @Override
    public Meaning of(String name, String source) {
      return dashed(name, source)
          .orElseGet(() ->
              attributes.containsKey(new DatasetName(name))
                  ? new Meaning.Nothing(
                      "uses the dataset '" + name + "' as a value", "name one of its attributes")
                  : unknown(name));
    }

    @Override
    public Meaning of(String name, String field, String source) {
      DatasetName dataset = new DatasetName(name);
      Set<String> known = attributes.get(dataset);
      if (known == null) {
        return dashed(name, source).orElseGet(() -> unknown(name));
      }
      if (known.contains(field)) {
        return new Meaning.Attribute(new Read(dataset, field, name + "." + field));
      }
      Optional<String> dashed = Scope.dashed(known, field, name + ".", source);
      if (dashed.isPresent()) {
        return new Meaning.Dashed(
            "cannot name the attribute " + dashed.get() + " like that, since '-' is minus",
            "write " + name + ".`" + dashed.get() + "`");
      }
      return new Meaning.NoField(
          "does not know the attribute '" + field + "' of " + name,
          NearestName.advice(field, new TreeSet<>(known)));
    }

    private Optional<Meaning> dashed(String name, String source) {
      return Scope.dashed(names(), name, "", source)
          .map(dashed ->
              new Meaning.Dashed(
                  "cannot name the dataset " + dashed + ", since '-' is minus",
                  "rename it, as to " + dashed.replace('-', '_')));
    }

    private Meaning unknown(String name) {
      return new Meaning.Nothing(
          "does not know the dataset '" + name + "'", NearestName.advice(name, names()));
    }

    private Set<String> names() {
      return attributes.keySet().stream()
          .map(DatasetName::value)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Attributes of one dataset, which is not named. */
  record OfAttributes(Set<String> attributes) implements Scope {
    static final DatasetName DATASET = new DatasetName("");

    @Override
    public Meaning of(String name, String source) {
      if (attributes.contains(name)) {
        return new Meaning.Attribute(new Read(DATASET, name, name));
      }
      Optional<String> dashed = Scope.dashed(attributes, name, "", source);
      if (dashed.isPresent()) {
        return new Meaning.Dashed(
            "cannot name the attribute " + dashed.get() + ", since '-' is minus",
            "rename it, as to " + dashed.get().replace('-', '_'));
      }
      return new Meaning.Nothing(
          "does not know the attribute '" + name + "'",
          NearestName.advice(name, new TreeSet<>(attributes)));
    }

    @Override
    public Meaning of(String name, String field, String source) {
      return new Meaning.FieldOf();
    }
  }

  /** The name that begins like this, goes on with a dash, and is written so in the source. */
  private static Optional<String> dashed(
      Set<String> known, String begin, String before, String source) {
    return known.stream()
        .filter(name -> name.startsWith(begin + "-") && source.contains(before + name))
        .findFirst();
  }
}

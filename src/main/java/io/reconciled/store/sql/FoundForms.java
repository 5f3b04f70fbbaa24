package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In what forms the columns of a table hold a dataset's key, by their types. */
final class FoundForms {
  private FoundForms() {}

  /** One for each part of the key; empty where one of its columns cannot be seen. */
  static Optional<List<KeyForm>> of(Catalog catalog, Dataset dataset) {
    Map<String, String> types = catalog.columns(dataset.container()).orElse(Map.of());
    List<KeyForm> forms = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      KeyType type = dataset.keyShape().parts().get(i);
      Optional<String> column = Optional.ofNullable(types.get(dataset.keyFields().get(i)));
      column.map(found -> catalog.form(type, found).orElse(KeyForm.OWN)).ifPresent(forms::add);
    }
    return Optional.of(forms).filter(found -> found.size() == dataset.keyFields().size());
  }

  /** Why no order of the columns is that of shared keys, where that is for their forms. */
  static Optional<FoundOrdering> outOfOrder(List<KeyForm> forms, Dataset dataset) {
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).isOutOfOrder()) {
        return Optional.of(
            FoundOrdering.own(
                "%s is text, which is not kept in the order of the %s keys that it holds"
                    .formatted(
                        dataset.keyFields().get(i), dataset.keyShape().parts().get(i).written())));
      }
    }
    return Optional.empty();
  }
}

package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.List;

/**
 * What a person who maps a dataset is told about a conversion.
 *
 * @param name as written: {@code as: uuid}
 * @param effect what it makes of which stored values, in Markdown
 */
public record Manual(String name, String effect, List<Example> examples) {

  public record Example(Value stored, Value meant) {}
}

package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;

/**
 * What a person who writes rules is told about a normalisation.
 *
 * @param kinds the kinds of value that it may change; every other it leaves as it is
 * @param effect what it does with them, in Markdown
 */
public record Manual(
    String name,
    Parameter parameter,
    List<Class<? extends Value>> kinds,
    String effect,
    List<Example> examples) {}

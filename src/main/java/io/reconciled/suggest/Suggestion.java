package io.reconciled.suggest;

import java.util.List;

/**
 * What came of looking for entities.
 *
 * @param remarks what could not be looked at
 */
public record Suggestion(List<Draft> drafts, List<String> remarks) {
  public Suggestion {
    drafts = List.copyOf(drafts);
    remarks = List.copyOf(remarks);
  }
}

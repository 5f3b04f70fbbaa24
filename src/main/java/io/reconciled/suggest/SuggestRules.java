package io.reconciled.suggest;

import io.reconciled.store.Stores;
import io.reconciled.suggest.FindMatches.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From samples of several stores to drafts of rules files. */
public final class SuggestRules {
  private final Stores stores;

  /**
   * @param stores from which the keys of one store are looked up in another
   */
  public SuggestRules(Stores stores) {
    this.stores = stores;
  }

  /** No draft where nothing more than chance speaks for one. */
  public Suggestion suggest(List<Sampled> sampled) {
    Peek peek = new Peek(stores);
    JoinSamples join = new JoinSamples(peek);
    Found found = new FindMatches(join).among(sampled);
    List<Draft> drafts = new ArrayList<>();
    for (Group group : GroupMatches.of(found.matches())) {
      drafts.add(unlike(drafts, new ComposeDraft(join).of(group)));
    }
    List<String> remarks = new ArrayList<>(peek.refusals());
    if (found.leftOut() > 0) {
      remarks.add(
          found.leftOut() + " pairs of fields were not compared: nothing but their types met");
    }
    return new Suggestion(drafts, remarks);
  }

  /** The draft under a name that no other has. */
  private static Draft unlike(List<Draft> others, Draft draft) {
    Set<String> taken = others.stream().map(Draft::entity).collect(Collectors.toSet());
    String name = draft.entity();
    for (int i = 2; taken.contains(name); i++) {
      name = draft.entity() + "_" + i;
    }
    return new Draft(name, draft.keyType(), draft.parts(), draft.remarks());
  }
}

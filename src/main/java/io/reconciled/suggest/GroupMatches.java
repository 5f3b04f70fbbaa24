package io.reconciled.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts containers that share a key together, by their best matches first. */
final class GroupMatches {
  private final List<Group> groups = new ArrayList<>();

  private GroupMatches() {}

  /**
   * @param matches the best first
   * @return groups of at least two stores
   */
  static List<Group> of(List<Match> matches) {
    GroupMatches grouping = new GroupMatches();
    matches.forEach(grouping::add);
    return grouping.groups.stream().filter(group -> group.members().size() > 1).toList();
  }

  private void add(Match match) {
    Group left = groupOf(match.left());
    Group right = groupOf(match.right());
    boolean keysFit = left.has(match.left()) && right.has(match.right());
    if (keysFit && left == right) {
      return;
    }
    if (keysFit && left.canTake(right)) {
      left.take(right);
      groups.remove(right);
      return;
    }
    Group told = left.members().size() > 1 ? left : right;
    told.remarks().add("keys meet here too: " + match);
  }

  private Group groupOf(KeyField key) {
    Optional<Group> known = groups.stream().filter(group -> group.has(key.in())).findFirst();
    return known.orElseGet(() -> {
      Group alone = new Group(key);
      groups.add(alone);
      return alone;
    });
  }
}

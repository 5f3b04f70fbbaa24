package io.reconciled.suggest;

import java.util.ArrayList;
import java.util.List;

/** Containers that share a key, one of each store: an entity, perhaps. */
final class Group {
  private final List<KeyField> members = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Group(KeyField first) {
    members.add(first);
  }

  List<KeyField> members() {
    return members;
  }

  /** What else was seen and is not in the group. */
  List<String> remarks() {
    return remarks;
  }

  boolean has(Sampled container) {
    return members.stream().anyMatch(key -> key.in().place().equals(container.place()));
  }

  boolean has(KeyField wanted) {
    return members.stream().anyMatch(wanted::isSame);
  }

  boolean canTake(Group other) {
    return members.stream()
        .noneMatch(mine ->
            other.members.stream().anyMatch(key -> key.in().store().equals(mine.in().store())));
  }

  void take(Group other) {
    members.addAll(other.members);
    remarks.addAll(other.remarks);
  }
}

package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.List;
import java.util.Optional;

/** A check in the words of its file. */
public final class DescribeCheck {
  private DescribeCheck() {}

  /** The word that tells what kind of rule it is. */
  public static String word(Check check) {
    return switch (check) {
      case Check.Present present -> "present";
      case Check.Absent absent -> "absent";
      case Check.Equal equal -> "equal";
      case Check.Matches matches -> "matches";
      case Check.Unique unique -> "unique";
      case Check.References references -> "references";
      case Check.Count count -> "count";
      case Check.Sum sum -> "sum";
      case Check.Fresh fresh -> "fresh";
    };
  }

  /** The attributes that it is about; none for rules about rows. */
  public static List<String> attributes(Check check) {
    return switch (check) {
      case Check.Present present -> List.of();
      case Check.Absent absent -> List.of();
      case Check.Equal equal -> equal.attributes();
      case Check.Matches matches -> List.of();
      case Check.Unique unique -> List.of(unique.attribute());
      case Check.References references -> List.of(references.attribute());
      case Check.Count count -> List.of();
      case Check.Sum sum -> List.of(sum.attribute());
      case Check.Fresh fresh -> List.of(fresh.attribute());
    };
  }

  /** The dataset that always decides, if one does. */
  public static Optional<DatasetName> against(Check check) {
    return switch (check) {
      case Check.Present present -> Optional.of(present.reference());
      case Check.Absent absent -> Optional.of(absent.authority());
      case Check.Equal equal -> equal.authority().always();
      case Check.Matches matches -> Optional.empty();
      case Check.Unique unique -> Optional.empty();
      case Check.References references -> Optional.empty();
      case Check.Count count -> Optional.of(count.equals().dataset());
      case Check.Sum sum -> Optional.of(sum.equals().dataset());
      case Check.Fresh fresh -> Optional.of(fresh.authority());
    };
  }
}

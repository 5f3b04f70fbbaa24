package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of a sweep that is still to do, as it is kept in the state database.
 *
 * @param from the text of the key that it begins with; none where it is open
 * @param to the text of the key that it ends before; none where it is open
 * @param uncounted datasets whose rows there were not counted yet
 * @param unread why a dataset could not be read there
 */
public record PieceOnRecord(
    List<String> from, List<String> to, List<String> uncounted, Map<String, String> unread) {
  public PieceOnRecord {
    from = List.copyOf(from);
    to = List.copyOf(to);
    uncounted = List.copyOf(uncounted);
    unread = Map.copyOf(unread);
  }

  static PieceOnRecord of(Piece piece) {
    Map<String, String> why = new HashMap<>();
    piece.unread().forEach((dataset, unread) -> why.put(dataset.value(), unread.detail()));
    return new PieceOnRecord(
        text(piece.range().from()),
        text(piece.range().to()),
        piece.uncounted().stream().map(DatasetName::value).sorted().toList(),
        why);
  }

  private static List<String> text(Optional<SharedKey> bound) {
    return bound.map(SharedKey::toString).stream().toList();
  }

  /** Empty where its bounds are no keys of this shape: the rules were others then. */
  Optional<Piece> read(KeyShape shape) {
    Optional<SharedKey> begin = from.stream().findFirst().flatMap(shape::parse);
    Optional<SharedKey> end = to.stream().findFirst().flatMap(shape::parse);
    if (begin.isEmpty() != from.isEmpty() || end.isEmpty() != to.isEmpty()) {
      return Optional.empty();
    }
    Map<DatasetName, Unread> why = new HashMap<>();
    unread.forEach((dataset, detail) ->
        why.put(new DatasetName(dataset), new Unread(UnverifiedReason.UNREACHABLE, detail)));
    return Optional.of(
        new Piece(
            new KeyRange(begin, end),
            uncounted.stream().map(DatasetName::new).collect(Collectors.toSet()),
            why));
  }
}

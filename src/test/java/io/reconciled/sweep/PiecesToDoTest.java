package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PiecesToDoTest {
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final Map<DatasetName, Unread> DOWN =
      Map.of(BILLING, new Unread(UnverifiedReason.UNREACHABLE, "store billing: refused"));
  private final PiecesToDo toDo = PiecesToDo.all(Set.of(CRM, BILLING));

  private Piece next() {
    return toDo.next().orElseThrow();
  }

  private static SharedKey key(long number) {
    return SharedKey.of(number);
  }

  private static KeyRange range(long from, long to) {
    return new KeyRange(Optional.of(key(from)), Optional.of(key(to)));
  }

  @Test
  void whatIsInHandIsLeftToDoUntilItIsLetGo() {
    Piece all = next();
    assertThat(toDo.left()).containsExactly(all);

    toDo.letGo(all, Optional.of(all.from(key(5))));
    assertThat(toDo.left()).extracting(Piece::range).containsExactly(all.from(key(5)).range());

    toDo.letGo(next(), Optional.empty());
    assertThat(toDo.left()).isEmpty();
  }

  @Test
  void whatIsCutOffIsNextInLine() {
    Piece kept = toDo.cut(next().from(key(1)), key(5));
    assertThat(kept.range()).isEqualTo(range(1, 5));
    assertThat(next().range().from()).contains(key(5));

    toDo.letGo(kept, Optional.of(kept));
    assertThat(next()).isEqualTo(kept);
  }

  @Test
  void rangesThatAdjoinAndWantForTheSameAreOne() {
    Piece from5 = next().from(key(5));
    toDo.missed(from5.missed(Optional.of(key(7)), DOWN));
    toDo.missed(from5.from(key(7)).missed(Optional.of(key(9)), DOWN));

    assertThat(toDo.unread()).extracting(Piece::range).containsExactly(range(5, 9));
    assertThat(toDo.unreadByDataset())
        .containsExactly(Map.entry("billing", "keys [5, 9): store billing: refused"));
  }

  @Test
  void rangesThatAreApartStayApart() {
    Piece from5 = next().from(key(5));
    toDo.missed(from5.missed(Optional.of(key(7)), DOWN));
    toDo.missed(from5.from(key(8)).missed(Optional.of(key(9)), DOWN));

    assertThat(toDo.unread()).extracting(Piece::range).containsExactly(range(5, 7), range(8, 9));
    assertThat(toDo.unreadRanges()).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeReadComesAgainForWhatMissedItOnly() {
    Piece all = next();
    toDo.missed(all.missed(Optional.of(key(7)), DOWN));
    toDo.letGo(all, Optional.empty());

    toDo.tryAgain();

    Piece again = next();
    assertThat(again.range()).isEqualTo(new KeyRange(Optional.empty(), Optional.of(key(7))));
    assertThat(again.uncounted()).containsExactly(BILLING);
    assertThat(toDo.unread()).isEmpty();
  }

  @Test
  void whatWasPutOffForWantOfOneStillWantsAll() {
    Piece put = next().putOff(DOWN);

    assertThat(put.uncounted()).containsExactlyInAnyOrder(CRM, BILLING);
    assertThat(put.unread()).containsOnlyKeys(BILLING);
  }

  @Test
  void aPieceComesBackFromItsRecord() {
    Piece piece = new Piece(range(-3, 9), Set.of(BILLING), DOWN);

    assertThat(PieceOnRecord.of(piece).read(KeyType.INTEGER)).contains(piece);
  }

  @Test
  void aPieceOfKeysOfAnotherTypeIsNotTakenUp() {
    PieceOnRecord text = new PieceOnRecord(List.of("abc"), List.of(), List.of("billing"), Map.of());

    assertThat(text.read(KeyType.INTEGER)).isEmpty();
  }
}

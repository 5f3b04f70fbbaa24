package io.reconciled.rules.normalise;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.reconciled.model.Value;
import io.reconciled.model.Value.Array;
import io.reconciled.model.Value.Bool;
import io.reconciled.model.Value.Bytes;
import io.reconciled.model.Value.Date;
import io.reconciled.model.Value.Decimal;
import io.reconciled.model.Value.Document;
import io.reconciled.model.Value.JsonNull;
import io.reconciled.model.Value.Labels;
import io.reconciled.model.Value.LocalMoment;
import io.reconciled.model.Value.Moment;
import io.reconciled.model.Value.NotFinite;
import io.reconciled.model.Value.Null;
import io.reconciled.model.Value.Span;
import io.reconciled.model.Value.Text;
import io.reconciled.model.Value.Time;
import io.reconciled.model.Value.Unmapped;
import io.reconciled.model.Value.Uuid;
import io.reconciled.model.Value.Whole;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/**
 * One order of all values, in which only equal ones tie: numbers by size, whatever kind holds them;
 * every other kind stands by itself. It means nothing to a reader.
 */
final class ValueOrder implements Comparator<Value> {
  static final Comparator<Value> TOTAL = new ValueOrder();
  private static final Comparator<Moment> MOMENTS =
      comparing(Moment::instant).thenComparingInt(Moment::digits);
  private static final Comparator<LocalMoment> LOCAL_MOMENTS =
      comparing((LocalMoment moment) -> moment.local(), (l, r) -> l.compareTo(r))
          .thenComparingInt(LocalMoment::digits);
  private static final Comparator<Iterable<Value>> ELEMENTS = inTurn(TOTAL);
  private static final Comparator<Iterable<String>> LABELS = inTurn(naturalOrder());
  private static final Comparator<Iterable<Map.Entry<String, Value>>> FIELDS =
      inTurn(Map.Entry.<String, Value>comparingByKey().thenComparing(Map.Entry::getValue, TOTAL));

  private ValueOrder() {}

  @Override
  public int compare(Value left, Value right) {
    return switch (new Pair(left, right)) {
      case Pair(Bool(boolean l), Bool(boolean r)) -> Boolean.compare(l, r);
      case Pair(Whole(long l), Whole(long r)) -> Long.compare(l, r);
      case Pair(Whole(long l), Decimal(BigDecimal r)) -> BigDecimal.valueOf(l).compareTo(r);
      case Pair(Decimal(BigDecimal l), Whole(long r)) -> l.compareTo(BigDecimal.valueOf(r));
      case Pair(Decimal(BigDecimal l), Decimal(BigDecimal r)) -> l.compareTo(r);
      case Pair(NotFinite(double l), NotFinite(double r)) -> Double.compare(l, r);
      case Pair(Text(String l), Text(String r)) -> l.compareTo(r);
      case Pair(Moment l, Moment r) -> MOMENTS.compare(l, r);
      case Pair(LocalMoment l, LocalMoment r) -> LOCAL_MOMENTS.compare(l, r);
      case Pair(Date l, Date r) -> l.date().compareTo(r.date());
      case Pair(Time l, Time r) -> l.time().compareTo(r.time());
      case Pair(Span l, Span r) -> l.duration().compareTo(r.duration());
      case Pair(Uuid l, Uuid r) -> l.uuid().compareTo(r.uuid());
      case Pair(Bytes(String l), Bytes(String r)) -> l.compareTo(r);
      case Pair(Labels l, Labels r) -> LABELS.compare(l.labels(), r.labels());
      case Pair(Array l, Array r) -> ELEMENTS.compare(l.elements(), r.elements());
      case Pair(Document l, Document r) ->
          FIELDS.compare(l.fields().entrySet(), r.fields().entrySet());
      case Pair(Unmapped(String l), Unmapped(String r)) -> l.compareTo(r);
      default -> Integer.compare(rank(left), rank(right));
    };
  }

  /** Among kinds; both kinds of finite numbers have one rank. */
  private static int rank(Value value) {
    return switch (value) {
      case Null none -> 0;
      case JsonNull none -> 16;
      case Bool bool -> 1;
      case Whole whole -> 2;
      case Decimal decimal -> 2;
      case NotFinite notFinite -> 3;
      case Text text -> 4;
      case Moment moment -> 5;
      case LocalMoment moment -> 6;
      case Date date -> 7;
      case Time time -> 8;
      case Span span -> 9;
      case Uuid uuid -> 10;
      case Bytes bytes -> 11;
      case Labels labels -> 12;
      case Array array -> 13;
      case Document document -> 14;
      case Unmapped unmapped -> 15;
    };
  }

  /** By the first element that differs; where one ends first, it comes first. */
  private static <T> Comparator<Iterable<T>> inTurn(Comparator<? super T> order) {
    return (left, right) -> {
      Iterator<T> rights = right.iterator();
      for (T l : left) {
        int elements = rights.hasNext() ? order.compare(l, rights.next()) : 1;
        if (elements != 0) {
          return elements;
        }
      }
      return rights.hasNext() ? -1 : 0;
    };
  }

  private record Pair(Value left, Value right) {}
}

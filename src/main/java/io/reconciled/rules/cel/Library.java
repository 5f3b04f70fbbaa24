package io.reconciled.rules.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.BYTES;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.TypeParamType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every function and operator of the language, but those that do not evaluate all that they are
 * given (and, or, conditions, {@code matches} with its pattern). The checker knows one type of
 * number, by the name {@code int}: literals and attributes are exact, whole or not.
 */
final class Library {
  static final CelType NUMBER = INT;

  private static final CelType DATE = OpaqueType.create("date");
  private static final CelType TIME = OpaqueType.create("time");
  private static final CelType A = TypeParamType.create("A");
  private static final CelType B = TypeParamType.create("B");
  private static final CelType LIST = ListType.create(A);
  private static final CelType MAP = MapType.create(A, B);
  private static final CelType TEXTS = ListType.create(STRING);

  /** What the nodes themselves do, for the checker only. */
  static final List<Builtin> LAZY =
      List.of(
          lazy(Builtin.global("_&&_", BOOL, BOOL, BOOL)),
          lazy(Builtin.global("_||_", BOOL, BOOL, BOOL)),
          lazy(Builtin.global("_?_:_", A, BOOL, A, A)),
          lazy(Builtin.global("@not_strictly_false", BOOL, BOOL)),
          lazy(Builtin.method("matches", BOOL, STRING, STRING).or(BOOL, STRING, STRING)));

  static final Map<String, Builtin> STRICT =
      Stream.of(operators(), comparisons(), texts(), conversions(), parts())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));

  private Library() {}

  private static Builtin lazy(Builtin.Form form) {
    return form.does((evaluation, arguments) -> Body.MISFIT);
  }

  private static List<Builtin> operators() {
    return List.of(
        Builtin.global("!_", BOOL, BOOL).does(Operators::not),
        Builtin.global("_==_", BOOL, A, A).does(Operators::equal),
        Builtin.global("_!=_", BOOL, A, A).does(Operators::notEqual),
        Builtin.global("@in", BOOL, A, LIST).or(BOOL, A, MAP).does(Operators::in),
        Builtin.global("_[_]", A, LIST, NUMBER).or(B, MAP, A).does(Operators::index),
        Builtin.global("_+_", NUMBER, NUMBER, NUMBER)
            .or(STRING, STRING, STRING)
            .or(BYTES, BYTES, BYTES)
            .or(LIST, LIST, LIST)
            .or(TIMESTAMP, TIMESTAMP, DURATION)
            .or(TIMESTAMP, DURATION, TIMESTAMP)
            .or(DURATION, DURATION, DURATION)
            .does(Operators::plus),
        Builtin.global("_-_", NUMBER, NUMBER, NUMBER)
            .or(DURATION, TIMESTAMP, TIMESTAMP)
            .or(DURATION, DATE, DATE)
            .or(TIMESTAMP, TIMESTAMP, DURATION)
            .or(DURATION, DURATION, DURATION)
            .does(Operators::minus),
        Builtin.global("_*_", NUMBER, NUMBER, NUMBER).does(Operators::times),
        Builtin.global("_/_", NUMBER, NUMBER, NUMBER).does(Operators::over),
        Builtin.global("_%_", NUMBER, NUMBER, NUMBER).does(Operators::remainder),
        Builtin.global("-_", NUMBER, NUMBER).or(DURATION, DURATION).does(Operators::negative));
  }

  private static List<Builtin> comparisons() {
    return List.of(
        comparison("_<_", order -> order < 0),
        comparison("_<=_", order -> order <= 0),
        comparison("_>_", order -> order > 0),
        comparison("_>=_", order -> order >= 0));
  }

  private static Builtin comparison(String name, IntPredicate holds) {
    Builtin.Form form = Builtin.global(name, BOOL, NUMBER, NUMBER);
    List.of(STRING, BOOL, BYTES, TIMESTAMP, DURATION, DATE, TIME)
        .forEach(type -> form.or(BOOL, type, type));
    return form.does(Order.where(holds));
  }

  private static List<Builtin> texts() {
    return List.of(
        Builtin.method("contains", BOOL, STRING, STRING).does(Texts::contains),
        Builtin.method("startsWith", BOOL, STRING, STRING).does(Texts::startsWith),
        Builtin.method("endsWith", BOOL, STRING, STRING).does(Texts::endsWith),
        Builtin.method("lowerAscii", STRING, STRING).does(Texts::lowerAscii),
        Builtin.method("upperAscii", STRING, STRING).does(Texts::upperAscii),
        Builtin.method("trim", STRING, STRING).does(Texts::trim),
        Builtin.method("substring", STRING, STRING, NUMBER)
            .orMethod(STRING, STRING, NUMBER, NUMBER)
            .does(Texts::substring),
        Builtin.method("split", TEXTS, STRING, STRING).does(Texts::split),
        Builtin.method("join", STRING, TEXTS).orMethod(STRING, TEXTS, STRING).does(Texts::join),
        Builtin.method("replace", STRING, STRING, STRING, STRING).does(Texts::replace),
        sized(Builtin.global("size", NUMBER, STRING).orMethod(NUMBER, STRING)));
  }

  private static Builtin sized(Builtin.Form form) {
    List.of(BYTES, LIST, MAP).forEach(type -> form.or(NUMBER, type).orMethod(NUMBER, type));
    return form.does(Texts::size);
  }

  private static List<Builtin> conversions() {
    return List.of(
        Builtin.global("int", NUMBER, DYN).does(Conversions::toInt),
        Builtin.global("double", NUMBER, DYN).does(Conversions::toNumber),
        Builtin.global("string", STRING, DYN).does(Conversions::toText),
        Builtin.global("bool", BOOL, DYN).does(Conversions::toBool),
        Builtin.global("timestamp", TIMESTAMP, DYN).does(Times::timestamp),
        Builtin.global("duration", DURATION, DYN).does(Times::duration),
        Builtin.global("date", DATE, DYN).does(Times::date),
        Builtin.global("time", TIME, DYN).does(Times::time));
  }

  private static List<Builtin> parts() {
    return List.of(
        part("getFullYear", OffsetDateTime::getYear),
        part("getMonth", time -> time.getMonthValue() - 1),
        part("getDayOfMonth", time -> time.getDayOfMonth() - 1),
        part("getDate", OffsetDateTime::getDayOfMonth),
        part("getDayOfWeek", time -> time.getDayOfWeek().getValue() % 7),
        part("getDayOfYear", time -> time.getDayOfYear() - 1),
        part("getHours", OffsetDateTime::getHour),
        part("getMinutes", OffsetDateTime::getMinute),
        part("getSeconds", OffsetDateTime::getSecond));
  }

  private static Builtin part(String name, ToLongFunction<OffsetDateTime> part) {
    return Builtin.method(name, NUMBER, TIMESTAMP).orMethod(NUMBER, DATE).does(Times.part(part));
  }
}

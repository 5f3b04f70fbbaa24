package io.reconciled.rules;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values of every kind, with those that bite. */
public final class AnyValue {
  private AnyValue() {}

  public static Arbitrary<Value> any() {
    return within(2);
  }

  /** Bounded in depth, because what is drawn without a bound is sometimes very large. */
  private static Arbitrary<Value> within(int depth) {
    return depth == 0
        ? scalar()
        : Arbitraries.frequencyOf(
            Tuple.of(3, scalar()), Tuple.of(1, array(depth - 1)), Tuple.of(1, document(depth - 1)));
  }

  public static Arbitrary<Value> scalar() {
    return Arbitraries.oneOf(
        text().map(Value::text),
        text().map(Value::text),
        number(),
        moment(),
        uuid().map(Value.Uuid::new),
        Arbitraries.of(true, false).map(Value.Bool::new),
        local().map(AnyValue::date),
        local().map(LocalDateTime::toLocalTime).map(Value.Time::new),
        seconds().map(Duration::ofSeconds).map(Value.Span::new),
        Arbitraries.of(0, 1, 12, 15, 16, 17)
            .flatMap(length -> Arbitraries.bytes().array(byte[].class).ofSize(length))
            .map(Value::bytes),
        text().set().ofMaxSize(4).map(labels -> new Value.Labels(new TreeSet<>(labels))),
        Arbitraries.of("tsvector", "zero date").map(Value.Unmapped::new),
        Arbitraries.of(Value.NULL, Value.JSON_NULL));
  }

  /** Any UTF-16 units, lone surrogates too, and what looks like what somebody normalises. */
  public static Arbitrary<String> text() {
    Arbitrary<String> units = Arbitraries.strings().all().ofMaxLength(12);
    Arbitrary<String> biting =
        Arbitraries.of(
            " ",
            "\t",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\ufeff",
            "\ud800",
            "\udc00",
            "𝐀",
            "ß",
            "ẞ",
            "ς",
            "Σ",
            "ı",
            "İ",
            "ﬃ",
            "ǅ",
            "ᾼ",
            "Ꭰ",
            "é",
            "e\u0301",
            "\u0345",
            "가",
            "①",
            "٣",
            "＋",
            "@",
            "＠",
            ".",
            "。",
            "xn--",
            "example.COM",
            "bücher",
            "local",
            "+49",
            "0049",
            "030",
            "(0)",
            "555",
            "0100",
            "/",
            "-",
            "x",
            "DE",
            "89",
            "37040044053201300",
            "urn:uuid:",
            "{",
            "00112233445566778899aabbccddeeff",
            "00112233-4455-6677-8899-AABBCCDDEEFF",
            "}",
            "0",
            "9",
            "\u0000",
            "");
    Arbitrary<String> composed = biting.list().ofMaxSize(6).map(parts -> String.join("", parts));
    Arbitrary<String> dialled =
        Arbitraries.strings().withChars("0123456789+ ()-./").ofMaxLength(20);
    Arbitrary<String> mailed =
        Combinators.combine(composed, composed).as((local, domain) -> local + "@" + domain);
    return Arbitraries.oneOf(units, composed, dialled, mailed, uuid().map(UUID::toString));
  }

  /** From far beyond 64 bits down to numbers whose zeros alone would fill the memory. */
  public static Arbitrary<Value> number() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Value::number),
        Arbitraries.integers().between(-2, 2).map(Value::number),
        Arbitraries.doubles().map(Value::number),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 0.1).map(Value::number),
        Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-40, 40))
            .as((BigInteger digits, Integer scale) -> new BigDecimal(digits, scale))
            .map(Value::number),
        Combinators.combine(
                Arbitraries.integers().between(-999, 999),
                Arbitraries.of(5_000, 999_999_999, Integer.MAX_VALUE))
            .as((digits, scale) -> new BigDecimal(BigInteger.valueOf(10L * digits + 1), scale))
            .map(Value::number));
  }

  private static Arbitrary<Value> moment() {
    Arbitrary<Integer> digits = Arbitraries.integers().between(0, 9);
    Arbitrary<Value> moments =
        Combinators.combine(
                Arbitraries.oneOf(
                    local().map(local -> local.toInstant(ZoneOffset.UTC)),
                    Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.MAX)),
                digits)
            .as(Value.Moment::new);
    Arbitrary<Value> locals = Combinators.combine(local(), digits).as(Value.LocalMoment::new);
    return Arbitraries.oneOf(moments, locals);
  }

  private static Arbitrary<LocalDateTime> local() {
    return Arbitraries.oneOf(
        Combinators.combine(
                seconds(),
                Arbitraries.of(0, 1, 1_000, 999_999, 1_000_000, 123_456_789, 999_999_999))
            .as((seconds, nanos) -> LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)),
        Arbitraries.of(
            LocalDateTime.MIN,
            LocalDateTime.MAX,
            LocalDate.EPOCH.atStartOfDay(),
            LocalDateTime.parse("2024-03-31T02:30"),
            LocalDateTime.parse("2024-10-27T02:30"),
            LocalDate.EPOCH.minusDays(1).atTime(LocalTime.MAX)));
  }

  private static Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(-100_000_000_000L, 400_000_000_000L);
  }

  private static Value date(LocalDateTime local) {
    return new Value.Date(local.toLocalDate());
  }

  private static Arbitrary<UUID> uuid() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static Arbitrary<Value> array(int depth) {
    return within(depth).list().ofMaxSize(4).map(Value.Array::new);
  }

  private static Arbitrary<Value> document(int depth) {
    Arbitrary<String> names = Arbitraries.of("etag", "lines", "id", "a.b", "");
    return Arbitraries.maps(names, within(depth))
        .ofMaxSize(3)
        .map(fields -> new Value.Document(new TreeMap<>(fields)));
  }
}

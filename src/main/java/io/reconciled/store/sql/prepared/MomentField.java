package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The types TIMESTAMP and DATETIME: year, month and day in four bytes, then, where they are not
 * zero, hours, minutes and seconds in three, then microseconds in four.
 */
public final class MomentField implements PreparedField {
  private static final int DATE = 4;
  private static final int TO_SECONDS = 7;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_ANY_MONTH = 28;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int NANOS_PER_MICRO = 1_000;
  private final byte tag;
  private final int digits;

  private MomentField(byte tag, int digits) {
    this.tag = tag;
    this.digits = digits;
  }

  /** In the time zone of the session, which is UTC. */
  public static MomentField timestamp(int digits) {
    return new MomentField(ValueTag.MOMENT, digits);
  }

  public static MomentField datetime(int digits) {
    return new MomentField(ValueTag.LOCAL_MOMENT, digits);
  }

  /** A date that is zero, in part or as a whole, or that no calendar has, has no short way. */
  @Override
  public boolean put(RowBytes row, ByteSink sink) {
    int length = row.length();
    int end = row.at() + length;
    boolean put = length >= DATE && put(row, length, sink);
    row.skip(end - row.at());
    return put;
  }

  private boolean put(RowBytes row, int length, ByteSink sink) {
    int year = row.twoBytes();
    int month = row.oneByte();
    int day = row.oneByte();
    if (!isDate(year, month, day)) {
      return false;
    }
    long seconds = LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY;
    if (length >= TO_SECONDS) {
      seconds += (long) row.oneByte() * SECONDS_PER_HOUR;
      seconds += (long) row.oneByte() * SECONDS_PER_MINUTE;
      seconds += row.oneByte();
    }
    int nanos = length > TO_SECONDS ? row.fourBytes() * NANOS_PER_MICRO : 0;
    ValueBytes.putMoment(tag, seconds, nanos, digits, sink);
    return true;
  }

  private static boolean isDate(int year, int month, int day) {
    return year > 0
        && month > 0
        && month <= MONTHS
        && day > 0
        && (day <= DAYS_OF_ANY_MONTH || day <= YearMonth.of(year, month).lengthOfMonth());
  }
}

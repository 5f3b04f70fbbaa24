package io.reconciled.model.encoded;

/**
 * The first byte of an encoded value: its kind. What follows it:
 *
 * <ul>
 *   <li>numbers: a whole one in 8 bytes; a decimal's scale in 4 bytes and its unscaled number; the
 *       8 bytes of a double that is not finite
 *   <li>text, labels and types: UTF-8
 *   <li>times: {@link #MOMENT} and {@link #LOCAL_MOMENT} have 8 bytes of seconds, 4 of nanoseconds
 *       and 1 of digits; a date 8 bytes of days; a time 8 bytes of nanoseconds
 *   <li>lists: for each element, its length in 4 bytes and the element; documents have names too
 * </ul>
 */
public final class ValueTag {
  public static final byte NULL = 1;
  public static final byte JSON_NULL = 2;
  public static final byte WHOLE = 3;
  public static final byte DECIMAL = 4;
  public static final byte NOT_FINITE = 5;
  public static final byte TEXT = 6;
  public static final byte FALSE = 7;
  public static final byte TRUE = 8;
  public static final byte MOMENT = 9;
  public static final byte LOCAL_MOMENT = 10;
  public static final byte DATE = 11;
  public static final byte TIME = 12;
  public static final byte SPAN = 13;
  public static final byte UUID = 14;
  public static final byte BYTES = 15;
  public static final byte DOCUMENT = 16;
  public static final byte ARRAY = 17;
  public static final byte LABELS = 18;

  /** Equal to nothing, itself included. */
  public static final byte UNMAPPED = 19;

  private ValueTag() {}
}

package io.reconciled.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StoredKeyTest {
  private static Optional<SharedKey> key(KeyType type, Value stored) {
    return StoredKey.keyOf(type, List.of(stored));
  }

  private static String why(KeyType type, Value stored) {
    return StoredKey.whyNone(type, List.of(stored));
  }

  @Property
  void everyNumberHasOneText(@ForAll long number) {
    assertThat(key(KeyType.INTEGER, Value.text(Long.toString(number))))
        .contains(SharedKey.of(number));
    assertThat(KeyForm.DECIMAL.valuesOf(new SharedKey.IntegerKey(number)))
        .containsExactly(Value.text(Long.toString(number)));
  }

  @Property
  void whatIsReadAsANumberIsPrintedTheSame(@ForAll String text) {
    key(KeyType.INTEGER, Value.text(text))
        .ifPresent(key -> assertThat(key.toString()).isEqualTo(text));
  }

  @Example
  void otherSpellingsOfANumberAreNoneAndItIsSaidWhy() {
    assertThat(why(KeyType.INTEGER, Value.text("007"))).isEqualTo("key is text with leading zeros");
    assertThat(why(KeyType.INTEGER, Value.text("-0"))).isEqualTo("key is text with leading zeros");
    assertThat(why(KeyType.INTEGER, Value.text("+5"))).isEqualTo("key is text with a plus sign");
    assertThat(why(KeyType.INTEGER, Value.text("5 ")))
        .isEqualTo("key is text with blanks around a number");
    assertThat(why(KeyType.INTEGER, Value.text("5\n")))
        .isEqualTo("key is text with blanks around a number");
    assertThat(why(KeyType.INTEGER, Value.text("x")))
        .isEqualTo("key is text that is no whole number");
    assertThat(why(KeyType.INTEGER, Value.text("")))
        .isEqualTo("key is text that is no whole number");
    assertThat(why(KeyType.INTEGER, Value.text("-")))
        .isEqualTo("key is text that is no whole number");
    assertThat(why(KeyType.INTEGER, Value.text("\u0665")))
        .isEqualTo("key is text that is no whole number");
  }

  @Example
  void aNumberOfMoreThan64BitsIsNone() {
    BigInteger above = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);

    assertThat(why(KeyType.INTEGER, Value.text(above.toString())))
        .isEqualTo("key is text with a number of more than 64 bits");
  }

  @Property
  void aUuidIsReadInEitherCaseAndFromItsBytes(@ForAll long high, @ForAll long low) {
    UUID uuid = new UUID(high, low);
    SharedKey.UuidKey key = new SharedKey.UuidKey(uuid);
    String text = uuid.toString();

    for (KeyForm form : List.of(KeyForm.OWN, KeyForm.UUID_TEXT, KeyForm.UUID_BYTES)) {
      assertThat(form.valuesOf(key))
          .isNotEmpty()
          .allSatisfy(stored -> assertThat(key(KeyType.UUID, stored)).contains(key));
    }
    assertThat(KeyForm.UUID_TEXT.valuesOf(key))
        .containsExactly(Value.text(text), Value.text(text.toUpperCase(Locale.ROOT)));
  }

  @Example
  void otherSpellingsOfAUuidAreNoneAndItIsSaidWhy() {
    assertThat(why(KeyType.UUID, Value.text("F81d4fae-7dec-11d0-a765-00a0c91e6bf6")))
        .isEqualTo("key is text that mixes upper and lower case");
    assertThat(why(KeyType.UUID, Value.text("f81d4fae7dec11d0a76500a0c91e6bf6")))
        .isEqualTo("key is text that is no UUID of 36 characters");
    assertThat(why(KeyType.UUID, Value.text("f81d4fae-7dec-11d0-a765-00a0c91e6bfg")))
        .isEqualTo("key is text that is no UUID of 36 characters");
    assertThat(why(KeyType.UUID, Value.bytes(new byte[15])))
        .isEqualTo("key is bytes, not 16 of them");
  }

  @Example
  void aTextKeyIsTextAlone() {
    assertThat(key(KeyType.TEXT, Value.number(5))).isEmpty();
    assertThat(key(KeyType.TEXT, Value.text("5"))).contains(SharedKey.of("5"));
  }
}

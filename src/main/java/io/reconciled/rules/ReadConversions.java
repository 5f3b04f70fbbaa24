package io.reconciled.rules;

import io.reconciled.rules.convert.Conversion;
import io.reconciled.rules.convert.Conversions;
import io.reconciled.rules.convert.InZone;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code zone:} and {@code as:} of an attribute, which apply in this order. */
final class ReadConversions {
  static final String AS = "as";
  static final String ZONE = "zone";

  private ReadConversions() {}

  static List<Conversion> of(Section section) {
    List<Conversion> conversions = new ArrayList<>();
    section
        .optional(ZONE)
        .flatMap(part ->
            part.text(InZone::of, "a time zone", "write it as Europe/Berlin, UTC or +05:30"))
        .ifPresent(conversions::add);
    section
        .optional(AS)
        .ifPresent(as -> {
          for (Part part : as.itemsOrSelf()) {
            ReadName.among(Conversions.names(), "the conversion", part)
                .flatMap(Conversions::named)
                .ifPresent(conversions::add);
          }
        });
    return conversions;
  }
}

package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads a store and who follows it log in as the same user of the same database. */
class MongoAddressTest {
  @ParameterizedTest
  @CsvSource({
    "mongodb://db/profiles,                              , profiles",
    "mongodb://db/profiles?authSource=admin,             , admin",
    "mongodb://db/profiles?tls=true&authSource=admin,    , admin",
    "mongodb://db/profiles?authSource=admin,         ours, ours",
    "mongodb://db/profiles,                          ours, ours"
  })
  void theFeedLooksTheUserUpWhereTheStoreDoes(String url, String option, String expected) {
    StoreSettings settings =
        new StoreSettings(
            new StoreName("profiles"),
            URI.create(url),
            "reconciled",
            new Secret("secret"),
            Duration.ofSeconds(1),
            option == null ? Map.of() : Map.of("authSource", option));
    assertThat(MongoAddress.of(settings).authSource()).isEqualTo(expected);
    assertThat(new MongoFeed().engineProperties(settings, List.of()))
        .containsEntry("mongodb.authsource", expected);
  }
}

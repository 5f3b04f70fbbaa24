package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.store.ChangeEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MongoFeedTest {
  private static final String TOKEN = token("82650000000000000A2B042C0100296E5A1004");
  private static final Position AT = new Position(0, 0x65000000L << 32 | 10);
  private final MongoFeed feed = new MongoFeed();

  @Test
  void aHeartbeatHasPassedTheTimeOfItsToken() {
    assertThat(feed.position(Map.of("resume_token", TOKEN, "sec", -1, "ord", -1))).contains(AT);
  }

  @Test
  void aChangeHasPassedTheTimeBeforeItsOwn() {
    assertThat(feed.position(Map.of("resume_token", TOKEN, "sec", 0x65000000, "ord", 10)))
        .contains(new Position(0, AT.offset() - 1));
  }

  @Test
  void aTokenOfAnotherShapeHasNoPosition() {
    assertThat(feed.position(Map.of("resume_token", "?"))).isEmpty();
    assertThat(feed.position(Map.of("resume_token", token("99")))).isEmpty();
    assertThat(feed.position(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7                          | 7",
        "{\"$numberLong\": \"7\"}   | 7",
        "7.0                        | 7",
        "{\"$numberDecimal\": \"7.00\"} | 7",
        "\"7\"                      | 7",
      })
  void numbersOfAnyKindAreOneKey(String json, long key) {
    assertThat(feed.keys(dataset("_id", KeyType.INTEGER), byId(json)))
        .containsExactly(SharedKey.of(key));
  }

  @Test
  void aValueThatCannotBeAKeyShowsNone() {
    assertThat(feed.keys(dataset("_id", KeyType.INTEGER), byId("\"07\""))).isEmpty();
    assertThat(feed.keys(dataset("_id", KeyType.INTEGER), byId("{\"a\": 1}"))).isEmpty();
    assertThat(feed.keys(dataset("_id", KeyType.INTEGER), byId("{"))).isEmpty();
  }

  @Test
  void aUuidIsReadFromBytesAndFromText() {
    UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    String binary =
        "{\"$binary\": {\"base64\": \"%s\", \"subType\": \"04\"}}"
            .formatted(Base64.getEncoder().encodeToString(bytes));

    assertThat(feed.keys(dataset("_id", KeyType.UUID), byId(binary)))
        .containsExactly(SharedKey.of(uuid));
    assertThat(feed.keys(dataset("_id", KeyType.UUID), byId("\"" + uuid + "\"")))
        .containsExactly(SharedKey.of(uuid));
  }

  @Test
  void aFieldInsideADocumentIsFoundBeforeAndAfter() {
    ChangeEvent event =
        new ChangeEvent(
            Map.of(),
            Map.of("id", "1"),
            Map.of("json", "{\"owner\": {\"id\": 4}}"),
            Map.of("json", "{\"owner\": {\"id\": 5}}"),
            Instant.EPOCH);

    assertThat(feed.keys(dataset("owner.id", KeyType.INTEGER), event))
        .containsExactly(SharedKey.of(4), SharedKey.of(5));
  }

  private static ChangeEvent byId(String json) {
    return new ChangeEvent(Map.of(), Map.of("id", json), Map.of(), Map.of(), Instant.EPOCH);
  }

  private static Dataset dataset(String keyField, KeyType type) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName("profiles"),
        new StoreName("profiles"),
        List.of("profiles"),
        keyField,
        type,
        Map.of());
  }

  private static String token(String hex) {
    BasicOutputBuffer out = new BasicOutputBuffer();
    new BsonDocumentCodec()
        .encode(
            new BsonBinaryWriter(out),
            new BsonDocument("_data", new BsonString(hex)),
            EncoderContext.builder().build());
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}

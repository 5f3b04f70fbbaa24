package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** A document that is encoded as it lies has the bytes of the row that its values would make. */
class DocumentEncoderTest {
  private static final List<String> PATHS =
      List.of("a", "b", "c", "a.b", "a.b.c", "b.a", "b.0", "b.0.a", "c[]", "c[].a", "c[].a.b");
  private static final List<String> NAMES = List.of("a", "b", "c", "ab", "0", "");
  private static final List<BsonValue> SCALARS =
      BsonDocument.parse(
              """
              { "all": [ null, 1, {"$numberLong": "1"}, 1.0, -0.0, 0.5, {"$numberDouble": "NaN"},
                {"$numberDouble": "Infinity"}, 9.3e18, {"$numberLong": "-9223372036854775808"},
                {"$numberDecimal": "1.00"}, {"$numberDecimal": "-12.50"},
                {"$numberDecimal": "-0"}, {"$numberDecimal": "-0E-3"}, {"$numberDecimal": "1E+3"},
                {"$numberDecimal": "NaN"}, {"$numberDecimal": "-Infinity"},
                {"$numberDecimal": "9223372036854775807"},
                {"$numberDecimal": "9223372036854775808"},
                {"$numberDecimal": "18446744073709551616"},
                {"$numberDecimal": "9999999999999999999999999999999999"},
                {"$numberDecimal": "-1E-6176"}, {"$numberDecimal": "1E+6144"},
                "", "a", "12345678", "\\u00e9", "\\ud83d\\ude00", "a\\u0000b", true, false,
                {"$date": {"$numberLong": "-1"}}, {"$date": {"$numberLong": "1715000000123"}},
                {"$date": {"$numberLong": "9223372036854775807"}},
                {"$date": {"$numberLong": "-9223372036854775808"}},
                {"$binary": {"base64": "AP8=", "subType": "00"}},
                {"$binary": {"base64": "", "subType": "00"}},
                {"$binary": {"base64": "AP8=", "subType": "02"}},
                {"$binary": {"base64": "AP8=", "subType": "04"}},
                {"$binary": {"base64": "AP8=", "subType": "06"}},
                {"$binary": {"base64": "AP8=", "subType": "80"}},
                {"$binary": {"base64": "+B1Prn3sEdCnZQCgyR5r9g==", "subType": "03"}},
                {"$binary": {"base64": "+B1Prn3sEdCnZQCgyR5r9g==", "subType": "04"}},
                {"$oid": "507f1f77bcf86cd799439011"}, {"$timestamp": {"t": 1, "i": 1}},
                {"$regularExpression": {"pattern": "a", "options": "i"}}, {"$code": "x"},
                {"$code": "x", "$scope": {"a": 1}}, {"$minKey": 1}, {"$maxKey": 1},
                {"$symbol": "a"}, {"$undefined": true},
                {"$dbPointer": {"$ref": "a", "$id": {"$oid": "507f1f77bcf86cd799439011"}}} ] }
              """)
          .getArray("all");

  private record Field(String name, BsonValue value) {}

  private static Dataset dataset(List<String> key, KeyShape shape) {
    Map<String, String> attributes = new HashMap<>();
    PATHS.forEach(path -> attributes.put("at " + path, path));
    attributes.put("once more", "a.b");
    return new Dataset(
        new EntityName("order"),
        new DatasetName("shop"),
        new StoreName("tested"),
        List.of("orders"),
        key,
        shape,
        attributes,
        Optional.empty(),
        false,
        false);
  }

  /** Fields of a document one after the other, so that a name may be there twice. */
  private static byte[] document(List<Field> fields) {
    BasicOutputBuffer buffer = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      writer.writeStartDocument();
      for (Field field : fields) {
        writer.writeName(field.name);
        new BsonValueCodec().encode(writer, field.value, EncoderContext.builder().build());
      }
      writer.writeEndDocument();
    }
    return buffer.toByteArray();
  }

  @Example
  void everyTypeAsAnAttributeAndAsAKey() {
    for (BsonValue value : SCALARS) {
      byte[] bytes = document(List.of(new Field("a", value), new Field("b", value)));
      for (KeyType type : KeyType.values()) {
        isEncodedAsItsValues(dataset(List.of("a"), type), bytes);
      }
    }
  }

  @Property(tries = 5_000)
  void anyPathsInAnyDocument(@ForAll @From("documents") byte[] bytes) {
    isEncodedAsItsValues(dataset(List.of("a"), KeyType.INTEGER), bytes);
    isEncodedAsItsValues(
        dataset(List.of("a.b", "b"), new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER))),
        bytes);
  }

  @Provide
  Arbitrary<byte[]> documents() {
    return fields(2).map(DocumentEncoderTest::document);
  }

  private static Arbitrary<List<Field>> fields(int depth) {
    return Combinators.combine(Arbitraries.of(NAMES), value(depth))
        .as(Field::new)
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<BsonValue> value(int depth) {
    Arbitrary<BsonValue> scalar = Arbitraries.of(SCALARS);
    if (depth == 0) {
      return scalar;
    }
    return Arbitraries.oneOf(
        scalar,
        fields(depth - 1).map(fields -> new RawBsonDocument(document(fields))),
        value(depth - 1).list().ofMaxSize(3).map(org.bson.BsonArray::new));
  }

  private static void isEncodedAsItsValues(Dataset dataset, byte[] bytes) {
    MappedCollection collection = new MappedCollection(dataset);
    DocumentEncoder encoder = new DocumentEncoder(collection, false);
    RowWriter encoded = new RowWriter(dataset.sortedAttributes());
    RowWriter general = new RowWriter(dataset.sortedAttributes());

    // Twice, so that nothing is left of one document in the next.
    for (int i = 0; i < 2; i++) {
      encoder.write(bytes, encoded);
      write(collection, new RawBsonDocument(bytes), general);
    }

    isSame(encoded.take(), general.take());
  }

  private static void write(
      MappedCollection collection, RawBsonDocument document, RowWriter writer) {
    Optional<SharedKey> key = collection.key(document);
    if (key.isPresent()) {
      writer.row(key.get(), collection.image(document));
    } else {
      writer.keyless(collection.whyKeyless(document));
    }
  }

  private static void isSame(RowBlock encoded, RowBlock general) {
    assertThat(encoded.rows()).isEqualTo(general.rows());
    assertThat(encoded.keyless()).isEqualTo(general.keyless());
    for (int row = 0; row < general.rows(); row++) {
      assertThat(encoded.image(row)).isEqualTo(general.image(row));
      assertThat(encoded.keyTo(row)).isEqualTo(general.keyTo(row));
    }
    assertThat(encoded.bytes()).isEqualTo(general.bytes());
  }
}

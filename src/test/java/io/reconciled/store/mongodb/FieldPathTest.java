package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class FieldPathTest {
  private final BsonDocument document =
      BsonDocument.parse(
          """
          { "name": { "first": "Ada", "0": "zero" },
            "phones": [ { "number": "1", "tags": ["a", "b"] }, "none", { "number": null }, {} ],
            "plain": 7 }
          """);

  private Optional<BsonValue> at(String path) {
    return new FieldPath(path).in(document);
  }

  private static BsonValue json(String value) {
    return BsonDocument.parse("{ \"value\": " + value + " }").get("value");
  }

  @Test
  void namesLeadIntoDocuments() {
    assertThat(at("name.first")).contains(json("\"Ada\""));
    assertThat(at("name.0")).contains(json("\"zero\""));
    assertThat(at("name.last")).isEmpty();
    assertThat(at("plain.more")).isEmpty();
  }

  @Test
  void numbersArePlacesInArrays() {
    assertThat(at("phones.0.number")).contains(json("\"1\""));
    assertThat(at("phones.1")).contains(json("\"none\""));
    assertThat(at("phones.1.number")).isEmpty();
    assertThat(at("phones.4")).isEmpty();
    assertThat(at("phones.0.tags.1")).contains(json("\"b\""));
  }

  @Test
  void bracketsTakeWhatEachElementHasAndLeaveOutThoseThatHaveNothing() {
    assertThat(at("phones[].number")).contains(json("[\"1\", null]"));
    assertThat(at("phones[]")).contains(document.get("phones"));
    assertThat(at("phones[].tags[]")).contains(json("[[\"a\", \"b\"]]"));
    assertThat(at("plain[].number")).contains(json("7"));
    assertThat(at("nothing[].number")).isEmpty();
  }

  @Test
  void anArrayThatAPathDoesNotGoIntoIsWhatIsThere() {
    assertThat(at("phones.number")).contains(document.get("phones"));
  }

  @Test
  void projectionsTakeArraysAsAWhole() {
    assertThat(
            FieldPath.outermost(
                List.of("phones[].number", "phones.0.tags", "name.first", "a.10", "a1.b")))
        .containsExactly("a", "a1.b", "name.first", "phones");
  }
}

package io.reconciled.demo.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A message as a channel shows it: its blocks where it has some, else its text. */
final class ShownMessage {

  private ShownMessage() {}

  static String of(JsonNode message) {
    String blocks =
        all(message.path("blocks"))
            .flatMap(block -> Stream.concat(Stream.of(block.path("text")), elements(block)))
            .map(text -> text.path("text").asText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return blocks.isEmpty() ? message.path("text").asText(message.toString()) : blocks;
  }

  private static Stream<JsonNode> elements(JsonNode block) {
    return all(block.path("elements"));
  }

  private static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

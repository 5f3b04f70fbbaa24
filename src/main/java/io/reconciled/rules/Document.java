package io.reconciled.rules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file while it is being read: where its parts stand, and what is wrong with them. */
record Document(
    Path file, Complaints complaints, Substitute substitute, Map<String, Place> placesByPath) {

  static Part root(Path file, Node node, Complaints complaints, Substitute substitute) {
    Document document = new Document(file, complaints, substitute, new HashMap<>());
    return new Part(document, "", node, ParseYaml.place(file, node.getStartMark()));
  }

  Place place(Node node) {
    return ParseYaml.place(file, node.getStartMark());
  }

  Places places() {
    return new Places(file, placesByPath);
  }
}

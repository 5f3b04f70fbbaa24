package io.reconciled.rules;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Refuses what makes a small file large or deep before a tree is built of it: aliases, deep
 * nesting; and tags and further documents, which have no meaning here.
 */
final class CheckPlainYaml {
  private static final int DEEPEST = 20;
  private static final String NO_ALIASES = "anchors and aliases are not supported";
  private final Path file;
  private final Complaints complaints;
  private int depth;
  private int documents;
  private boolean passes = true;

  private CheckPlainYaml(Path file, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  static boolean passes(Path file, String text, Complaints complaints) {
    CheckPlainYaml check = new CheckPlainYaml(file, complaints);
    for (Event event : new Parse(ParseYaml.SETTINGS).parseString(text)) {
      check.look(event);
      if (check.depth > DEEPEST || check.documents > 1) {
        break;
      }
    }
    return check.passes;
  }

  private void look(Event event) {
    switch (event) {
      case AliasEvent alias -> refuse(alias, NO_ALIASES, "write the part out; quote a leading '*'");
      case ScalarEvent scalar -> lookAtNode(scalar, scalar.getTag().isPresent());
      case CollectionStartEvent start -> {
        lookAtNode(start, start.getTag().isPresent());
        if (++depth > DEEPEST) {
          refuse(start, "this is nested deeper than " + DEEPEST + " levels", "make it flatter");
        }
      }
      case CollectionEndEvent end -> depth--;
      case DocumentStartEvent start -> {
        if (++documents > 1) {
          refuse(start, "a second document begins here", "write it into a file of its own");
        }
      }
      default -> {}
    }
  }

  private void lookAtNode(NodeEvent event, boolean tagged) {
    if (event.getAnchor().isPresent()) {
      refuse(event, NO_ALIASES, "remove the anchor; quote a leading '&'");
    }
    if (tagged) {
      refuse(event, "tags are not supported", "remove the tag; quote a leading '!'");
    }
  }

  private void refuse(Event event, String what, String fix) {
    passes = false;
    complaints.add(ParseYaml.place(file, event.getStartMark()), what, fix);
  }
}

package io.reconciled.capture.debezium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Has an engine begin with a whole transaction again.
 *
 * <p>Beside the beginning of the transaction that it was in, a position of a binary log says how
 * much of it was read, to be left out when it comes again. Behind a statement that no commit ends,
 * signs of life are counted as well, and as many events of later transactions would be left out. To
 * be told again of what was told does no harm.
 */
final class WholeTransactions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> READ_OF_IT = Set.of("event", "row");

  private WholeTransactions() {}

  /** The position without what was read behind it; what is no position of that kind, as it is. */
  static String from(String position) {
    try {
      return JSON.readTree(position) instanceof ObjectNode fields
          ? JSON.writeValueAsString(fields.remove(READ_OF_IT))
          : position;
    } catch (JsonProcessingException notOurs) {
      return position;
    }
  }
}

package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreUnavailable;
import java.util.Set;

/** Turns what the driver throws into the two failures that the boundary knows. */
final class MongoFailures {
  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;

  /** Interrupted, shutting down, not primary, exceeded a time limit: passes by itself. */
  private static final Set<Integer> PASSING =
      Set.of(
          6, 7, 24, 43, 50, 89, 91, 112, 133, 175, 189, 237, 262, 290, 317, 9001, 10058, 10107,
          11600, 11601, 11602, 13435, 13436);

  private final StoreName store;

  MongoFailures(StoreName store) {
    this.store = store;
  }

  /**
   * @param doing what was asked, such as {@code read subscriber/profiles}
   */
  StoreFailure of(String doing, RuntimeException cause) {
    String what = "could not " + doing + ": ";
    return isAnswer(cause)
        ? new StoreMisconfigured(
            store, what + said(cause) + "; correct the connector, the mapping or the rights", cause)
        : new StoreUnavailable(store, what + "it did not answer (" + kind(cause) + ")", cause);
  }

  private static boolean isAnswer(RuntimeException cause) {
    return switch (cause) {
      case MongoSecurityException refused -> true;
      case MongoConfigurationException wrong -> true;
      case MongoExecutionTimeoutException slow -> false;
      case MongoNotPrimaryException moved -> false;
      case MongoNodeIsRecoveringException recovering -> false;
      case MongoCommandException answer -> !PASSING.contains(answer.getErrorCode());
      case MongoWriteException answer -> !PASSING.contains(answer.getError().getCode());
      case MongoException lost -> false;
      case IllegalStateException closed -> false;
      default -> true;
    };
  }

  /** The server's own words may repeat stored values: only its code is told. */
  private static String said(RuntimeException cause) {
    if (cause instanceof MongoSecurityException) {
      return "the user or the password is refused";
    }
    if (cause instanceof MongoException answer) {
      return switch (answer.getCode()) {
        case UNAUTHORIZED -> "the user has no right to do so";
        case AUTHENTICATION_FAILED -> "the user or the password is refused";
        default -> kind(cause) + ", error " + answer.getCode();
      };
    }
    return kind(cause);
  }

  private static String kind(RuntimeException cause) {
    return cause.getClass().getSimpleName();
  }
}

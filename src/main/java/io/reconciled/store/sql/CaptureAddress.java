package io.reconciled.store.sql;

import io.reconciled.store.StoreSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a SQL store's URL that an engine's connector wants one by one.
 *
 * @param parameters what follows the question mark, as the database's driver names it
 */
record CaptureAddress(String host, int port, String database, Map<String, String> parameters) {

  static CaptureAddress of(StoreSettings settings, int defaultPort) {
    var url = settings.url();
    Map<String, String> parameters = new HashMap<>();
    if (url.getQuery() != null) {
      for (String parameter : url.getQuery().split("&", -1)) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
      }
    }
    int port = url.getPort() < 0 ? defaultPort : url.getPort();
    String database = url.getPath().substring(Math.min(1, url.getPath().length()));
    return new CaptureAddress(url.getHost(), port, database, Map.copyOf(parameters));
  }

  /**
   * How long an engine waits for one answer, in whole seconds: twice as long as a look, for it asks
   * for whole catalogs.
   */
  static String answerSeconds(StoreSettings settings) {
    return Long.toString(Math.max(2, settings.timeout().multipliedBy(2).toSeconds()));
  }

  /** The properties that say where the store is and who asks. */
  Map<String, String> properties(StoreSettings settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("database.hostname", host);
    properties.put("database.port", Integer.toString(port));
    properties.put("database.user", settings.user());
    properties.put("database.password", settings.password().reveal());
    return properties;
  }
}

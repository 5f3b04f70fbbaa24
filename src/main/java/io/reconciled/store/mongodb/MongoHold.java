package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import io.reconciled.store.Hold;
import io.reconciled.store.HoldName;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A sign of a connection that is named after process and store, which other processes of the same
 * user see. The server forgets it when the process ends. It is another connection each time that
 * the hold is renewed, so that one of a machine that is gone can be told.
 */
final class MongoHold implements Hold {
  private static final Logger LOG = Logger.getLogger(MongoHold.class);
  private final StoreSettings settings;
  private final String process;
  private final RenewedSigns renewed = new RenewedSigns();
  private Optional<MongoConnection> sign = Optional.empty();
  private boolean told;

  /**
   * @param process that others see; at most 94 bytes
   */
  MongoHold(StoreSettings settings, String process) {
    this.settings = settings;
    this.process = process;
  }

  @Override
  public Optional<StoreComplaint> renew() {
    String store = HoldName.of(settings.name(), MongoAddress.of(settings).database());
    return (sign.isPresent() ? Optional.<FollowerSign>empty() : before(store))
        .or(() -> beside(store))
        .map(MongoHold::complaint);
  }

  /** Who is there already; looked for without a sign of one's own. */
  private Optional<FollowerSign> before(String store) {
    try (MongoConnection unnamed = new MongoConnection(settings)) {
      return other(unnamed, store);
    }
  }

  /** For whom to make way, of those who came at the same time. */
  private Optional<FollowerSign> beside(String store) {
    Optional<MongoConnection> former = sign;
    MongoConnection fresh = new MongoConnection(settings, process + " " + store);
    sign = Optional.of(fresh);
    try {
      Optional<FollowerSign> other =
          other(fresh, store).filter(one -> one.name().compareTo(process) < 0);
      other.ifPresent(one -> close());
      return other;
    } finally {
      former.ifPresent(MongoConnection::close);
    }
  }

  private Optional<FollowerSign> other(MongoConnection connection, String store) {
    List<FollowerSign> others =
        connection.ask("tell who else follows it", () -> signs(connection)).stream()
            .filter(one -> one.name().endsWith(" " + store))
            .filter(one -> !one.name().startsWith(process + " "))
            .toList();
    return renewed.among(others).stream().min(Comparator.comparing(FollowerSign::name));
  }

  private List<FollowerSign> signs(MongoConnection connection) {
    try {
      return FollowerSign.on(connection);
    } catch (MongoCommandException refused) {
      LOG.logf(
          told ? Logger.Level.DEBUG : Logger.Level.INFO,
          "store %s: its server does not tell who is connected, so another daemon that follows it"
              + " would not be noticed: %s",
          settings.name(),
          refused.getErrorMessage());
      told = true;
      return List.of();
    }
  }

  private static StoreComplaint complaint(FollowerSign other) {
    return Hold.heldBy(
        other.toString(), "wait: it counts for a minute after its last sign of life.");
  }

  @Override
  public void close() {
    sign.ifPresent(MongoConnection::close);
    sign = Optional.empty();
  }
}

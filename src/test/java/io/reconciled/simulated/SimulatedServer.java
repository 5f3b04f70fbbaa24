package io.reconciled.simulated;

import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.LossyLine;
import io.reconciled.servers.Server;
import io.reconciled.store.StoreUnavailable;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A server whose databases are in memory, and which fails when it is told to. */
public final class SimulatedServer implements Server {
  /** Beyond what a real port can be, so that no other server is ever found there. */
  private static final AtomicInteger PORTS = new AtomicInteger(1 << 16);

  private final int port = PORTS.incrementAndGet();
  private final Map<String, SimulatedDatabase> databases = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Consumer<Duration> passTime;
  private volatile boolean up = true;
  private volatile boolean losesAnswers;
  private volatile Duration latency = Duration.ZERO;
  private volatile Optional<Integer> rowsBeforeBreak = Optional.empty();

  /**
   * @param passTime lets the time pass that a slow answer takes
   */
  public SimulatedServer(InstantSource clock, Consumer<Duration> passTime) {
    this.clock = clock;
    this.passTime = passTime;
  }

  /** A server that answers at once. */
  public SimulatedServer(InstantSource clock) {
    this(clock, duration -> {});
  }

  @Override
  public Database freshDatabase(String prefix) {
    String name = prefix + databases.size();
    databases.put(name, new SimulatedDatabase(clock));
    return new Database(name, "simulated://localhost:" + port + "/" + name, "", "");
  }

  public SimulatedDatabase database(String name) {
    return Optional.ofNullable(databases.get(name)).orElseThrow();
  }

  /** Until the line is closed, writes are done and their answers lost. */
  LossyLine loseAnswers() {
    losesAnswers = true;
    return new LossyLine() {
      @Override
      public int port() {
        return port;
      }

      @Override
      public void close() {
        losesAnswers = false;
      }
    };
  }

  boolean losesAnswers() {
    return losesAnswers;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    up = true;
  }

  @Override
  public void stop() {
    up = false;
  }

  @Override
  public void kill() {
    up = false;
  }

  public boolean isUp() {
    return up;
  }

  /** From now on every answer takes so long. */
  public void answersAfter(Duration time) {
    latency = time;
  }

  /** From now on every scan fails after so many rows; empty for none that does. */
  public void scansBreakAfter(Optional<Integer> rows) {
    rowsBeforeBreak = rows;
  }

  /** Returns when the server has answered. */
  void answer(StoreName asker, Duration timeout) {
    if (!up) {
      throw unavailable(asker, new ConnectException("nobody listens on port " + port));
    }
    boolean late = latency.compareTo(timeout) > 0;
    passTime.accept(late ? timeout : latency);
    if (late) {
      throw unavailable(asker, new SocketTimeoutException("no answer within " + timeout));
    }
  }

  /** Returns when a scan has been given one more row. */
  void stream(StoreName asker, int rowsBefore) {
    if (!up || rowsBeforeBreak.filter(limit -> rowsBefore >= limit).isPresent()) {
      throw unavailable(asker, new ConnectException("the stream broke"));
    }
  }

  static StoreUnavailable unavailable(StoreName asker, Exception why) {
    return new StoreUnavailable(asker, String.valueOf(why.getMessage()), why);
  }
}

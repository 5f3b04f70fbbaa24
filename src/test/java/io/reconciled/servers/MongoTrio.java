package io.reconciled.servers;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A MongoDB replica set of three members, so that there is a primary again when one is gone. The
 * first never becomes primary: a client can always begin there.
 */
public final class MongoTrio implements AutoCloseable {
  private static final int MEMBERS = 3;
  private static final int ELECTION_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final List<MongoServer> members;

  private MongoTrio(List<MongoServer> members) {
    this.members = members;
  }

  /** Starts three servers, and waits until one of them is primary. */
  public static MongoTrio startNew() {
    MongoTrio trio =
        new MongoTrio(Stream.generate(MongoServer::startMember).limit(MEMBERS).toList());
    trio.initiate();
    trio.primary();
    return trio;
  }

  private void initiate() {
    List<Document> hosts =
        IntStream.range(0, MEMBERS)
            .mapToObj(i ->
                new Document("_id", i)
                    .append("host", "127.0.0.1:" + members.get(i).port())
                    .append("priority", i == 0 ? 0 : 1))
            .toList();
    Document set =
        new Document("_id", MongoReplicaSet.NAME)
            .append("members", hosts)
            .append("settings", new Document("electionTimeoutMillis", ELECTION_MILLIS));
    command(members.get(1), new Document("replSetInitiate", set));
  }

  /** The member that never is primary. */
  MongoServer seed() {
    return members.getFirst();
  }

  /** The member that takes writes; waits for one. */
  public MongoServer primary() {
    return await()
        .atMost(PATIENCE)
        .until(() -> members.stream().filter(this::isPrimary).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** The primary becomes a secondary, and another is elected. */
  public void stepDown() {
    command(
        primary(), new Document("replSetStepDown", 30).append("secondaryCatchUpPeriodSecs", 10));
  }

  private boolean isPrimary(MongoServer member) {
    try {
      return member.running()
          && command(member, new Document("hello", 1)).getBoolean("isWritablePrimary", false);
    } catch (MongoException notYet) {
      return false;
    }
  }

  private static Document command(MongoServer member, Document command) {
    String url = "mongodb://127.0.0.1:" + member.port() + "/?directConnection=true";
    try (MongoClient client = MongoClients.create(url)) {
      return client.getDatabase("admin").runCommand(command);
    }
  }

  @Override
  public void close() {
    members.forEach(MongoServer::close);
  }
}

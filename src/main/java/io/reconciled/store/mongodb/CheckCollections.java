package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import io.reconciled.model.Dataset;
import io.reconciled.store.NearestName;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Compares the mapped datasets with what a database has, judging documents by a sample. */
final class CheckCollections {
  private static final int SAMPLE = 100;
  private static final int UNAUTHORIZED = 13;
  private static final BsonString SIMPLE = new BsonString("simple");

  private final MongoConnection connection;
  private final StoreSettings settings;

  CheckCollections(MongoConnection connection, StoreSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  List<StoreComplaint> check(Wanted wanted) {
    List<StoreComplaint> complaints = new ArrayList<>();
    if (wanted.capture()) {
      replicaSetMissing().ifPresent(complaints::add);
    }
    for (Dataset dataset : wanted.datasets()) {
      complaints.addAll(check(dataset, wanted));
    }
    return complaints;
  }

  private Optional<StoreComplaint> replicaSetMissing() {
    BsonDocument hello =
        connection
            .admin()
            .runCommand(new BsonDocument("hello", new BsonInt32(1)), BsonDocument.class);
    return hello.containsKey("setName") || hello.containsKey("msg")
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                Subject.STORE,
                "the server is no replica set, so changes cannot be followed",
                "Start mongod with --replSet rs0, then run rs.initiate() once."));
  }

  private List<StoreComplaint> check(Dataset dataset, Wanted wanted) {
    try {
      List<String> existing = connection.collections(connection.database(dataset));
      if (!existing.contains(dataset.container().getLast())) {
        return List.of(missing(dataset, existing));
      }
      boolean view = isView(dataset);
      if (view != dataset.view()) {
        return List.of(StoreComplaint.mistaken(dataset, "collection"));
      }
      List<RawBsonDocument> sample =
          connection.collection(dataset).find().limit(SAMPLE).into(new ArrayList<>());
      Optional<StoreComplaint> filter = new CheckDocumentFilter(connection).check(dataset);
      if (filter.isPresent()) {
        return List.of(filter.get());
      }
      List<StoreComplaint> complaints = new ArrayList<>(fields(dataset, sample));
      keyType(dataset, sample).ifPresent(complaints::add);
      if (view) {
        collation(dataset).ifPresent(complaints::add);
      } else {
        complaints.addAll(asCollection(dataset, wanted));
      }
      return complaints;
    } catch (MongoCommandException e) {
      return List.of(unreadable(dataset, e));
    }
  }

  /** What a view has none of: indexes of its own, and a log. */
  private List<StoreComplaint> asCollection(Dataset dataset, Wanted wanted) {
    List<StoreComplaint> complaints =
        new ArrayList<>(
            new CheckIndexes(connection.collection(dataset))
                .check(dataset, wanted.lookedUp(dataset)));
    if (wanted.capture()) {
      deletes(dataset).ifPresent(complaints::add);
    }
    return complaints;
  }

  /** A view's own collation cannot be set aside, as a collection's is, to tell texts apart. */
  private Optional<StoreComplaint> collation(Dataset dataset) {
    String name = dataset.container().getLast();
    return connection
        .described(dataset)
        .map(found -> found.getDocument("options", new BsonDocument()))
        .map(options -> options.getDocument("collation", new BsonDocument()))
        .map(collation -> collation.getString("locale", SIMPLE))
        .filter(locale -> !locale.equals(SIMPLE))
        .map(locale ->
            StoreComplaint.error(
                Subject.container(dataset),
                "view %s has the collation %s, by which texts are not compared by code points"
                    .formatted(name, locale.getValue()),
                "Make a view without a collation: db.createView(NAME, SOURCE, PIPELINE)"));
  }

  private boolean isView(Dataset dataset) {
    return connection.described(dataset).filter(FindCollectionFit::isView).isPresent();
  }

  static StoreComplaint missing(Dataset dataset, List<String> existing) {
    return StoreComplaint.error(
        Subject.container(dataset),
        "there is no %s %s"
            .formatted(
                dataset.view() ? "view" : "collection", String.join(".", dataset.container())),
        NearestName.advice(dataset.container().getLast(), existing));
  }

  private StoreComplaint unreadable(Dataset dataset, MongoException e) {
    if (e.getCode() != UNAUTHORIZED) {
      throw e;
    }
    return StoreComplaint.error(
        Subject.container(dataset),
        "collection " + String.join(".", dataset.container()) + " may not be read",
        "db.grantRolesToUser('%s', [{role: 'read', db: '%s'}])"
            .formatted(settings.user(), connection.database(dataset).getName()));
  }

  /** Documents need not have a field, so one that none of the sample has is only a warning. */
  private static List<StoreComplaint> fields(Dataset dataset, List<RawBsonDocument> sample) {
    TreeSet<String> known = new TreeSet<>();
    sample.forEach(document -> known.addAll(document.keySet()));
    List<StoreComplaint> complaints = new ArrayList<>();
    dataset
        .attributes()
        .forEach((attribute, path) -> {
          FieldPath field = new FieldPath(path);
          if (!sample.isEmpty()
              && sample.stream().noneMatch(document -> field.in(document).isPresent())) {
            complaints.add(
                StoreComplaint.warning(
                    Subject.attribute(dataset, attribute),
                    "none of %d documents of %s has a field %s"
                        .formatted(sample.size(), dataset.container().getLast(), path),
                    NearestName.advice(path, known)));
          }
        });
    return complaints;
  }

  private static Optional<StoreComplaint> keyType(Dataset dataset, List<RawBsonDocument> sample) {
    MappedCollection collection = new MappedCollection(dataset);
    boolean fits =
        sample.isEmpty() || sample.stream().anyMatch(found -> collection.key(found).isPresent());
    return fits
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                Subject.key(dataset),
                "field %s of %s holds no %s keys; the first document has a %s"
                    .formatted(
                        String.join(", ", dataset.keyFields()),
                        dataset.container().getLast(),
                        dataset.keyShape().written(),
                        collection.whyKeyless(sample.getFirst())),
                "Map a field of a fitting type, or change the entity's key type."));
  }

  /** A delete shows the document's {@code _id} alone, unless images from before are kept. */
  private Optional<StoreComplaint> deletes(Dataset dataset) {
    String name = dataset.container().getLast();
    return CapturedDocument.isInId(dataset) || keepsPreImages(dataset)
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.warning(
                Subject.key(dataset),
                "deletes in %s do not show %s in the log, nor changes of it what it was; sweeps cover them"
                    .formatted(name, String.join(", ", dataset.keyFields())),
                "db.runCommand({collMod: '%s', changeStreamPreAndPostImages: {enabled: true}})"
                    .formatted(name)));
  }

  private boolean keepsPreImages(Dataset dataset) {
    return connection
        .described(dataset)
        .filter(found ->
            found
                .getDocument("options", new BsonDocument())
                .getDocument("changeStreamPreAndPostImages", new BsonDocument())
                .getBoolean("enabled", BsonBoolean.FALSE)
                .getValue())
        .isPresent();
  }
}

package io.reconciled.store.mongodb;

import io.reconciled.model.Position;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;

/**
 * What a change stream's resume token says.
 *
 * <p>The server makes two sorts. One stands behind a single change: others of the same transaction
 * share its time and may follow. The other, a high-water mark, says that all up to its time has been
 * read.
 *
 * @param time seconds and an ordinal, as 64 bits
 * @param behindAll whether it is a high-water mark
 */
record ResumePoint(long time, boolean behindAll) {
  private static final String TIMESTAMP = "82";
  private static final int TIME_ENDS = 18;
  private static final int SORT_BEGINS = 22;
  private static final String HIGH_WATER_MARK = "29";

  /**
   * Reads a token as the engine keeps it.
   *
   * @param token the token's document, as BSON in base 64
   */
  static Optional<ResumePoint> of(String token) {
    try {
      byte[] bytes = Base64.getDecoder().decode(token);
      BsonDocument document =
          new BsonDocumentCodec()
              .decode(
                  new BsonBinaryReader(ByteBuffer.wrap(bytes)), DecoderContext.builder().build());
      return ofData(document.getString("_data").getValue());
    } catch (IllegalArgumentException
        | BsonInvalidOperationException
        | BsonSerializationException unknownShape) {
      return Optional.empty();
    }
  }

  /** Reads the hexadecimal form: a timestamp, the token's version, and its sort. */
  static Optional<ResumePoint> ofData(String hex) {
    if (hex.length() < TIME_ENDS || !hex.startsWith(TIMESTAMP)) {
      return Optional.empty();
    }
    long time = Long.parseUnsignedLong(hex.substring(TIMESTAMP.length(), TIME_ENDS), 16);
    return Optional.of(new ResumePoint(time, hex.startsWith(HIGH_WATER_MARK, SORT_BEGINS)));
  }

  /** The last time of which everything has been read. */
  Position position() {
    return new Position(0, behindAll ? time : time - 1);
  }
}

package io.reconciled.store.mongodb;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;

/** The cluster time in a change stream's resume token: seconds and an ordinal, as 64 bits. */
final class ResumePoint {
  private static final String TIMESTAMP = "82";
  private static final int TIME_ENDS = TIMESTAMP.length() + 16;

  private ResumePoint() {}

  /**
   * Reads a token as the engine keeps it.
   *
   * @param token the token's document, as BSON in base 64
   */
  static Optional<Long> time(String token) {
    try {
      BsonBinaryReader reader =
          new BsonBinaryReader(ByteBuffer.wrap(Base64.getDecoder().decode(token)));
      BsonDocument document =
          new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
      return timeInData(document.getString("_data").getValue());
    } catch (IllegalArgumentException
        | BsonInvalidOperationException
        | BsonSerializationException unknownShape) {
      return Optional.empty();
    }
  }

  /** The hexadecimal form begins with a mark for timestamps, then the time. */
  static Optional<Long> timeInData(String hex) {
    return hex.startsWith(TIMESTAMP) && hex.length() >= TIME_ENDS
        ? Optional.of(Long.parseUnsignedLong(hex.substring(TIMESTAMP.length(), TIME_ENDS), 16))
        : Optional.empty();
  }
}

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
  private static final String DATA = "_data";
  private static final String TIMESTAMP = "82";
  private static final int TIME_ENDS = TIMESTAMP.length() + 16;

  private ResumePoint() {}

  /**
   * Reads the time of a token as the engine keeps it.
   *
   * @param token the token's document, as BSON in base 64
   */
  static Optional<Long> time(String token) {
    return document(token)
        .filter(document -> document.isString(DATA))
        .flatMap(document -> timeInData(document.getString(DATA).getValue()));
  }

  /** The token itself; empty where the text is none. */
  static Optional<BsonDocument> document(String token) {
    try {
      BsonBinaryReader reader =
          new BsonBinaryReader(ByteBuffer.wrap(Base64.getDecoder().decode(token)));
      return Optional.of(new BsonDocumentCodec().decode(reader, DecoderContext.builder().build()));
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

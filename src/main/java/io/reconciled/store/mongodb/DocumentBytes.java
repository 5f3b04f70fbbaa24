package io.reconciled.store.mongodb;

import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;
import org.bson.io.BsonInput;
import org.bson.io.BsonInputMark;

/** Documents as the bytes that came, copied once out of a reply; the driver copies them twice. */
final class DocumentBytes implements Codec<byte[]> {
  private static final RawBsonDocumentCodec OTHERS = new RawBsonDocumentCodec();

  @Override
  public byte[] decode(BsonReader reader, DecoderContext context) {
    return reader instanceof BsonBinaryReader binary
        ? copy(binary)
        : bytes(OTHERS.decode(reader, context));
  }

  private static byte[] copy(BsonBinaryReader reader) {
    BsonInput input = reader.getBsonInput();
    BsonInputMark start = input.getMark(Integer.BYTES);
    byte[] document = new byte[input.readInt32()];
    start.reset();
    input.readBytes(document);
    start.reset();
    reader.skipValue();
    return document;
  }

  private static byte[] bytes(RawBsonDocument document) {
    byte[] bytes = new byte[document.getByteBuffer().remaining()];
    document.getByteBuffer().get(bytes);
    return bytes;
  }

  @Override
  public void encode(BsonWriter writer, byte[] document, EncoderContext context) {
    OTHERS.encode(writer, new RawBsonDocument(document), context);
  }

  @Override
  public Class<byte[]> getEncoderClass() {
    return byte[].class;
  }
}

package io.reconciled.sweep.partition;

import io.reconciled.model.encoded.RowBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The rows of one dataset on disk, block after block as they come; who wrote a block remembers its
 * place. The file has no name while it is open (or loses it with its process), so that nothing is
 * left behind however the process ends.
 */
final class RowFile implements AutoCloseable {
  private final List<String> attributes;
  private final Path folder;
  private final DiskSpace space;
  private final FileChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private long size;

  /** Where a block is. */
  record Place(long offset, int length) {}

  private RowFile(List<String> attributes, Path folder, DiskSpace space, FileChannel channel) {
    this.attributes = List.copyOf(attributes);
    this.folder = folder;
    this.space = space;
    this.channel = channel;
  }

  static RowFile open(List<String> attributes, Path folder, DiskSpace space) {
    try {
      Path file = Files.createTempFile(Files.createDirectories(folder), "partitions", ".rows");
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new RowFile(attributes, folder, space, channel);
    } catch (IOException e) {
      throw PartitionFailure.of(folder, e);
    }
  }

  List<String> attributes() {
    return attributes;
  }

  Place append(RowBlock block) {
    ByteBuffer bytes = cleared(block.storedSize());
    block.store(bytes);
    bytes.flip();
    Place place = new Place(size, bytes.remaining());
    space.take(place.length());
    size += place.length();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, place.offset() + bytes.position());
      }
    } catch (IOException e) {
      throw PartitionFailure.of(folder, e);
    }
    return place;
  }

  RowBlock read(Place place) {
    ByteBuffer bytes = cleared(place.length());
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
          throw new IOException("the file was cut");
        }
      }
    } catch (IOException e) {
      throw PartitionFailure.of(folder, e);
    }
    return RowBlock.stored(attributes, bytes.flip());
  }

  private ByteBuffer cleared(int wanted) {
    if (buffer.capacity() < wanted) {
      buffer = ByteBuffer.allocateDirect(wanted);
    }
    return buffer.clear().limit(wanted);
  }

  @Override
  public void close() {
    space.giveBack(size);
    size = 0;
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // It has no name any more, and is gone with this process at the latest.
    }
  }
}

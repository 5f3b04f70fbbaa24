package io.reconciled.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Folders that are slow to make and never change, in {@code reconciled} under the user's cache
 * folder. A folder is there in full or not at all, however many processes ask for it at once and
 * whenever one of them is killed. To make them again, delete them.
 */
final class Cache {

  private static final String LOCK = ".lock";

  private Cache() {}

  /** Puts into an empty folder what is to be kept. */
  @FunctionalInterface
  interface Filling {
    void into(Path folder) throws IOException;
  }

  /**
   * The folder of that name, filled if it was not there.
   *
   * @param name says what is in it, version included: what has this name is never filled again
   * @throws UncheckedIOException if it cannot be filled
   */
  static synchronized Path folder(String name, Filling filling) {
    Path folder = root().resolve(name);
    if (Files.exists(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(root());
      fillLocked(folder, filling);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not fill the cache folder " + folder, e);
    }
  }

  /**
   * There is one lock for all folders: the system counts a file lock as the whole process's, and
   * refuses as a deadlock what two threads of each of two processes may well do.
   */
  private static void fillLocked(Path folder, Filling filling) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                root().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && Files.exists(folder)) {
        return;
      }
      Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
      Folders.delete(partial);
      Files.createDirectory(partial);
      filling.into(partial);
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Path root() {
    String set = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path caches = set.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
    return caches.resolve("reconciled");
  }
}

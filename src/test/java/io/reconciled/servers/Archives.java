package io.reconciled.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks programs. What lies in a folder {@code bin} may be executed afterwards. */
final class Archives {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private Archives() {}

  /**
   * Unpacks some files of a zip, jar or wheel.
   *
   * @param wanted matches the whole name of each file to take; its first group is the path under
   *     {@code folder} where it goes
   */
  static void unzip(Path archive, Pattern wanted, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Iterator<? extends ZipEntry> entries = zip.entries().asIterator();
      while (entries.hasNext()) {
        ZipEntry entry = entries.next();
        Matcher name = wanted.matcher(entry.getName());
        if (!entry.isDirectory() && name.matches()) {
          try (InputStream content = zip.getInputStream(entry)) {
            write(content, folder.resolve(name.group(1)));
          }
        }
      }
    }
  }

  /** Unpacks an xz-compressed tar that is a file of a jar, with its symbolic links. */
  static void untar(Path jar, String file, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream compressed = zip.getInputStream(zip.getEntry(file));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path target = folder.resolve(entry.getName());
        if (entry.isSymbolicLink()) {
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          write(tar, target);
        }
        entry = tar.getNextEntry();
      }
    }
  }

  private static void write(InputStream content, Path target) throws IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.copy(content, target);
    if (Objects.requireNonNull(target.getParent()).endsWith("bin")) {
      Files.setPosixFilePermissions(target, EXECUTABLE);
    }
  }
}

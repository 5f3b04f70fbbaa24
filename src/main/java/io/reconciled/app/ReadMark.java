package io.reconciled.app;

import io.reconciled.model.ReconciledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A mark of what the YAML files in some folders hold. Content is what counts: a mounted volume
 * changes files by links that leave times and sizes as they were.
 */
final class ReadMark {
  private final List<Path> folders;

  ReadMark(Path... folders) {
    this.folders = List.of(folders);
  }

  /** Equal for equal names and contents; what cannot be read has a mark too. */
  String mark() {
    MessageDigest digest = sha256();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(content(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ReadMark::isYaml)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException unreadable) {
      return List.of();
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** Always of one length, so that nothing can move from one file to the next unseen. */
  private static byte[] content(Path file) {
    try {
      return sha256().digest(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new NoDigest(impossible);
    }
  }

  /** Every Java platform has SHA-256. */
  private static final class NoDigest extends ReconciledException {
    private static final long serialVersionUID = 1L;

    NoDigest(Throwable cause) {
      super("This Java platform has no SHA-256; use another.", cause);
    }
  }
}

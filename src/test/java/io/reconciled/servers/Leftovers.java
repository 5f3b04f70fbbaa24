package io.reconciled.servers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Servers and folders of JVMs that were killed and could not clean up. */
final class Leftovers {

  private static final Logger LOG = Logger.getLogger(Leftovers.class);
  private static final String PREFIX = "reconciled-";
  private static final Pattern FOLDER = Pattern.compile(PREFIX + "(\\d+)-\\d+");

  private Leftovers() {}

  /** A path, not made yet, that tells later JVMs whose it is. */
  static Path newWorkspace(Path temporary) {
    String name = PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime();
    return temporary.resolve(name);
  }

  /** Ends the servers and deletes the folders of workspaces whose JVM is no more. */
  static void remove(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (orphaned(folder)) {
          remove(folder, serversIn(folder));
        }
      }
    }
  }

  private static boolean orphaned(Path folder) {
    Matcher name = FOLDER.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void remove(Path folder, List<ProcessHandle> servers) {
    try {
      Processes.end(servers, "QUIT");
      Folders.delete(folder);
      LOG.infof("Removed %s and %d servers in it, left by a killed JVM", folder, servers.size());
    } catch (IOException e) {
      LOG.warnf("%s is left from a killed JVM and cannot be deleted: %s", folder, e.getMessage());
    }
  }

  private static List<ProcessHandle> serversIn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder + "/"))
        .toList();
  }
}

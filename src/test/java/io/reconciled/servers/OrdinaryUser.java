package io.reconciled.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs what refuses to run as root. */
final class OrdinaryUser {

  private static final List<String> OWN_NAMESPACE = List.of("unshare", "--user");

  private OrdinaryUser() {}

  /**
   * The command, made to believe that it is not root where it is: in a user namespace of its own it
   * has no name and no privilege, and still owns root's files.
   */
  static List<String> command(List<String> command) throws IOException {
    if (!isRoot()) {
      return command;
    }
    try {
      Tool.run(Stream.concat(OWN_NAMESPACE.stream(), Stream.of("true")).toList());
    } catch (IOException e) {
      throw new IOException(
          "PostgreSQL refuses to run as root, and this system makes no user namespace for it:"
              + " run as another user, or allow `unshare --user`.",
          e);
    }
    return Stream.concat(OWN_NAMESPACE.stream(), command.stream()).toList();
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }
}

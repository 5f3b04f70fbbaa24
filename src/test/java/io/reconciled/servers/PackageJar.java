package io.reconciled.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** A jar on the class path that carries a server's programs. */
record PackageJar(Path path) {

  /**
   * Finds the jar by a file in it.
   *
   * @param coordinates of the package, for the message if it is not there
   */
  static PackageJar with(String resource, String coordinates) {
    URL url = PackageJar.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalStateException(
          "%s is not on the class path: add the test dependency %s, made for Linux on x86_64."
              .formatted(resource, coordinates));
    }
    try {
      JarURLConnection connection = (JarURLConnection) url.openConnection();
      return new PackageJar(Path.of(connection.getJarFileURL().toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not open " + url, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not the address of a jar: " + url, e);
    }
  }

  /** The file's name without its ending: package and version. */
  String nameAndVersion() {
    return path.getFileName().toString().replaceFirst("\\.jar$", "");
  }
}

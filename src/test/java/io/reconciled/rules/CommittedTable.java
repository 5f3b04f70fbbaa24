package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file beside the rules that a test writes from the code, and that is committed. */
public record CommittedTable(Path file, String property) {

  /** Fails when the file holds anything else; writes it instead where the property is true. */
  public void holds(List<String> lines) throws IOException {
    String content = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean(property)) {
      Files.writeString(file, content);
    }
    assertThat(file).as(advice()).exists();
    assertThat(Files.readString(file)).as(advice()).isEqualTo(content);
  }

  private String advice() {
    return "%s is not what the code says; run this test again with -D%s=true and commit the file"
        .formatted(file, property);
  }
}

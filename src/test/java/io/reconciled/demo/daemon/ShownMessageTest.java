package io.reconciled.demo.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ShownMessageTest {

  @Test
  void showsAllBlocksInOrder() throws JsonProcessingException {
    assertThat(
            shown(
                """
                {"text": "headline", "blocks": [
                  {"type": "section", "text": {"type": "mrkdwn", "text": "*headline*"}},
                  {"type": "context", "elements": [{"type": "mrkdwn", "text": "footnote"}]}]}
                """))
        .isEqualTo("*headline*\nfootnote");
  }

  @Test
  void showsTheTextWhereThereAreNoBlocks() throws JsonProcessingException {
    assertThat(shown("{\"text\": \"headline\"}")).isEqualTo("headline");
  }

  private static String shown(String json) throws JsonProcessingException {
    return ShownMessage.of(new ObjectMapper().readTree(json));
  }
}

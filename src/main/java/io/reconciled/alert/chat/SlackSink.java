package io.reconciled.alert.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.reconciled.alert.Delivery;
import io.reconciled.alert.Message;
import io.reconciled.alert.Sink;

/** Sends messages to an incoming webhook of Slack, or of a chat that takes the same. */
public final class SlackSink implements Sink {
  private final String name;
  private final Webhook webhook;

  public SlackSink(String name, Webhook webhook) {
    this.name = name;
    this.webhook = webhook;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery send(Message message) {
    return webhook.post(json(message).toString());
  }

  private static ObjectNode json(Message message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String headline = SlackText.headline(message);
    json.put("text", headline);
    ArrayNode blocks = json.putArray("blocks");
    section(blocks, headline);
    section(blocks, SlackText.details(message));
    ObjectNode context = blocks.addObject().put("type", "context");
    text(context.putArray("elements").addObject(), SlackText.footnote(message));
    return json;
  }

  private static void section(ArrayNode blocks, String words) {
    text(blocks.addObject().put("type", "section").putObject("text"), words);
  }

  private static void text(ObjectNode into, String words) {
    into.put("type", "mrkdwn").put("text", words);
  }
}

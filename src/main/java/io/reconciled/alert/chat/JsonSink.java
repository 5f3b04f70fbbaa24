package io.reconciled.alert.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.reconciled.alert.Delivery;
import io.reconciled.alert.Message;
import io.reconciled.alert.Sink;

/** Sends every field of a message as one JSON object, for whatever program listens. */
public final class JsonSink implements Sink {
  private final String name;
  private final Webhook webhook;

  public JsonSink(String name, Webhook webhook) {
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
    json.put("event", message.over().isPresent() ? "incident_over" : "incident_opened");
    json.put("incident", message.incident());
    json.put("entity", message.entity());
    json.put("rule", message.rule());
    json.put("finding", message.finding());
    json.put("keys", message.keys());
    message.examples().forEach(json.putArray("examples")::add);
    json.put("began", message.began().toString());
    message.over().ifPresent(at -> json.put("over", at.toString()));
    json.put("repetition", message.repetition());
    message.link().ifPresent(link -> json.put("link", link.toString()));
    json.put("text", message.headline());
    return json;
  }
}

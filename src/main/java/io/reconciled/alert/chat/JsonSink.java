package io.reconciled.alert.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.reconciled.alert.Delivery;
import io.reconciled.alert.Message;
import io.reconciled.alert.Sink;
import io.reconciled.rules.About;

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
    json.put("event", event(message));
    json.put("incident", message.incident());
    json.put("entity", message.entity());
    json.put("rule", message.rule());
    json.put("finding", message.finding());
    json.put("keys", message.keys());
    message.examples().forEach(json.putArray("examples")::add);
    json.put("began", message.began().toString());
    message.over().ifPresent(at -> json.put("over", at.toString()));
    message.about().ifPresent(about -> about(json, about));
    json.put("repetition", message.repetition());
    message.link().ifPresent(link -> json.put("link", link.toString()));
    json.put("text", message.headline());
    return json;
  }

  private static String event(Message message) {
    if (message.over().isEmpty()) {
      return "incident_opened";
    }
    return message.ruleRemoved() ? "rule_removed" : "incident_over";
  }

  private static void about(ObjectNode json, About about) {
    json.put("severity", about.severity().word());
    about.owner().ifPresent(owner -> json.put("owner", owner));
    about.labels().forEach(json.putArray("labels")::add);
    about.why().ifPresent(why -> json.put("why", why));
    about.runbook().ifPresent(runbook -> json.put("runbook", runbook.toString()));
  }
}

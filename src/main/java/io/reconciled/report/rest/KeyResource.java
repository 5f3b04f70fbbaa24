package io.reconciled.report.rest;

import io.reconciled.model.SharedKey;
import io.reconciled.report.LookNow;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.ShowValue;
import io.reconciled.rules.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** One key, looked at now. */
@Path(Api.ROOT + "/keys/{entity}/{key}")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
  private static final int ACCEPTED = 202;
  private final RulesInForce rules;
  private final LookNow lookNow;
  private final ShowValue show;
  private final InstantSource clock;

  public KeyResource(RulesInForce rules, LookNow lookNow, ShowValue show, InstantSource clock) {
    this.rules = rules;
    this.lookNow = lookNow;
    this.show = show;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Reads one key from all its stores now; leaves no trace")
  public KeyLook look(@RestPath String entity, @RestPath String key) {
    Entity known = Asked.entity(rules.now().configuration(), entity);
    SharedKey typed = Asked.key(known, key);
    return KeyLook.of(known, typed, clock.instant(), lookNow.at(known, typed), show);
  }

  /** A key asked for. */
  public record AskedFor(String entity, String key, Instant at) {}

  @POST
  @Path("recheck")
  @ResponseStatus(ACCEPTED)
  @Operation(summary = "Asks for a look that goes on record, as if the key had changed")
  public AskedFor recheck(@RestPath String entity, @RestPath String key) {
    RulesInForce.Snapshot inForce = rules.now();
    Entity known = Asked.entity(inForce.configuration(), entity);
    SharedKey typed = Asked.key(known, key);
    Instant now = clock.instant();
    inForce.due().of(known.name()).ask(List.of(typed), now, now);
    return new AskedFor(known.name().value(), typed.toString(), now);
  }
}

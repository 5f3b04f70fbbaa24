package io.reconciled.report.rest;

import io.reconciled.discrepancy.Incidents;
import io.reconciled.report.RulesInForce;
import io.reconciled.rules.Configuration;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What alerts speak of. */
@Path(Api.ROOT + "/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
  private static final int LARGEST = 1_000;
  private final RulesInForce rules;
  private final Incidents incidents;

  public IncidentResource(RulesInForce rules, Incidents incidents) {
    this.rules = rules;
    this.incidents = incidents;
  }

  @GET
  @Operation(summary = "The latest incidents, newest first")
  public List<IncidentEntry> latest(@RestQuery @DefaultValue("100") String limit) {
    int size = (int) Asked.number("limit", limit, 1, LARGEST);
    Configuration configuration = rules.now().configuration();
    return incidents.latest(size).stream()
        .map(incident -> IncidentEntry.of(incident, configuration))
        .toList();
  }
}

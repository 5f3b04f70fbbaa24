package io.reconciled.report.rest;

import io.reconciled.discrepancy.Incidents;
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
  private final Incidents incidents;

  public IncidentResource(Incidents incidents) {
    this.incidents = incidents;
  }

  @GET
  @Operation(summary = "The latest incidents, newest first")
  public List<IncidentEntry> latest(@RestQuery @DefaultValue("100") String limit) {
    int size = (int) Asked.number("limit", limit, 1, LARGEST);
    return incidents.latest(size).stream().map(IncidentEntry::of).toList();
  }
}
